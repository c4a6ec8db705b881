import { parseAnswers } from '@/lib/instrument/answers-schema'
import { demoConsentVersion } from '@/lib/participation/consent'
import { isoWeekOf } from '@/lib/participation/iso-week'
import { mayRetake, shouldWaitForWeek, type SnapshotMoment } from '@/lib/participation/thresholds'
import type { PreviousBlock } from '@/lib/participation/week-blocks'
import { createWeeklyCounter, type BlockCounts } from '@/lib/participation/weekly-counter'
import type { Database } from './client'
import { isUniqueViolation } from './failures'
import type { Prisma } from './generated/sqlite/client'
import { readConsistently } from './read-consistently'
import { loadWaveFigures } from './wave-figures'

/** How many responses are read at a time: all that is ever held of them in memory, and counted before anyone else has a turn. */
const pageSize = 500

/** How long the writing of a snapshot waits for its turn, and how long it may take, in milliseconds. */
const patience = { maxWait: 15_000, timeout: 15_000 }

type Transaction = Prisma.TransactionClient

interface Counted {
  readonly snapshot: Omit<Prisma.ParticipantSnapshotUncheckedCreateInput, 'waveId' | 'takenOn'>
  readonly blocks: readonly BlockCounts[]
}

/**
 * Counts all responses of a wave, by blocks of weeks too, and keeps the counts in place of the previous ones, when it is time
 * for that (see `mayRetake` and `shouldWaitForWeek`) at the moment `now`. The responses are read from `reading`,
 * which should be `dedicated`: counting a million takes a minute or two. Little is read and written besides, through
 * `database`. Returns whether a snapshot was taken by this call: of several at once, one takes it. Throws DatabaseError.
 */
export async function takeSnapshot(
  database: Database,
  waveId: string,
  now: Date,
  reading: Database = database,
): Promise<boolean> {
  const takenOn = now.toISOString().slice(0, 10)
  const { previous, contributedCount, responsesThisWeek, blocks } = await database.run(async (client) =>
    readPresent(client, waveId, isoWeekOf(now)),
  )
  if (!mayRetake(previous, contributedCount, takenOn)) return false
  if (previous !== null && shouldWaitForWeek(previous, responsesThisWeek, takenOn)) return false
  const counted = await readConsistently(reading, async (transaction) => count(transaction, waveId, blocks))
  return replace(database, { waveId, takenOn }, previous, counted)
}

async function readPresent(client: Transaction, waveId: string, week: string) {
  const found = await client.participantSnapshot.findUnique({
    where: { waveId },
    select: {
      takenOn: true,
      contributedCount: true,
      blocks: {
        select: { firstWeek: true, lastWeek: true, responseCount: true },
        orderBy: { firstWeek: 'asc' },
      },
    },
  })
  const previous: SnapshotMoment | null = found && {
    takenOn: found.takenOn,
    contributedCount: found.contributedCount,
  }
  const responsesThisWeek = await client.response.count({ where: { waveId, week } })
  return {
    previous,
    blocks: found?.blocks ?? [],
    responsesThisWeek,
    contributedCount: await readContributedCount(client, waveId),
  }
}

async function readContributedCount(client: Transaction, waveId: string): Promise<number> {
  const found = await client.participation.findUnique({
    where: { waveId },
    select: { contributedCount: true },
  })
  return found?.contributedCount ?? 0
}

async function count(
  transaction: Transaction,
  waveId: string,
  previous: readonly PreviousBlock[],
): Promise<Counted> {
  const contributedCount = await readContributedCount(transaction, waveId)
  const { content } = await loadWaveFigures(transaction, waveId)
  const counter = createWeeklyCounter(content.figures)
  let demoCount = 0
  for await (const { answers, week, consentVersion } of readResponses(transaction, waveId)) {
    // Of an instrument that today's does not understand: kept, and not counted.
    const parsed = parseAnswers(JSON.parse(answers))
    if (!parsed.ok) continue
    counter.add(week, parsed.answers)
    if (consentVersion === demoConsentVersion) demoCount += 1
  }
  const counts = counter.counts()
  return {
    snapshot: {
      contributedCount,
      responseCount: counts.responses,
      demoCount,
      counts: JSON.stringify(counts),
    },
    blocks: counter.blocks(previous),
  }
}

async function* readResponses(transaction: Transaction, waveId: string) {
  let after = ''
  for (;;) {
    const page = await transaction.response.findMany({
      where: { waveId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, answers: true, week: true, consentVersion: true },
    })
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.id
  }
}

interface SnapshotKey {
  readonly waveId: string
  readonly takenOn: string
}

/** Puts a snapshot in the place of the one that was there when counting began, and of no later one. */
async function replace(
  database: Database,
  { waveId, takenOn }: SnapshotKey,
  previous: SnapshotMoment | null,
  { snapshot, blocks }: Counted,
): Promise<boolean> {
  const data = { takenOn, ...snapshot }
  const rows = blocks.map(({ counts, ...weeks }) => ({
    waveId,
    ...weeks,
    responseCount: counts.responses,
    counts: JSON.stringify(counts),
  }))
  try {
    return await database.run(async (client) =>
      client.$transaction(async (transaction) => {
        if (previous === null) {
          await transaction.participantSnapshot.create({
            data: { waveId, ...data },
            select: { waveId: true },
          })
        } else {
          const replaced = await transaction.participantSnapshot.updateMany({
            where: { waveId, ...previous },
            data,
          })
          if (replaced.count === 0) return false
          await transaction.snapshotBlock.deleteMany({ where: { waveId } })
        }
        await transaction.snapshotBlock.createMany({ data: rows })
        return true
      }, patience),
    )
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}
