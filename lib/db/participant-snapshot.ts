import { parseAnswers } from '@/lib/instrument/answers-schema'
import { demoConsentVersion } from '@/lib/contribution/consent'
import { createCounter, type Counter } from '@/lib/participation/counter'
import { mergeCounts } from '@/lib/participation/merge-counts'
import { leastThresholds, mayRetake, type SnapshotMoment } from '@/lib/participation/thresholds'
import { nextBlocks } from '@/lib/participation/week-blocks'
import type { Database } from '@/lib/db/engine/client'
import { isUniqueViolation } from '@/lib/db/engine/failures'
import type { Prisma } from './generated/sqlite/client'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { readThresholds } from './settings'
import { loadWaveFigures } from '@/lib/db/waves/wave-figures'

/** How many responses are read at a time: all that is ever held of them in memory, and counted before anyone else has a turn. */
const pageSize = 500

/** How long a snapshot waits for its turn, and how long putting it down may take, in milliseconds. */
const patience = { maxWait: 15_000, timeout: 15_000 }

type Transaction = Prisma.TransactionClient
type Snapshot = Omit<Prisma.ParticipantSnapshotUncheckedCreateInput, 'waveId' | 'takenOn'>
type Block = Omit<Prisma.SnapshotBlockUncheckedCreateInput, 'waveId'>

interface Counted {
  readonly snapshot: Snapshot
  readonly blocks: readonly Block[]
}

/**
 * Counts all responses of a wave and keeps the counts in place of the previous ones, when it is time for that (see
 * `mayRetake`, with the thresholds in force) at the moment `now`. Responses are read from `reading`, which should be
 * `dedicated`: counting a million takes a minute or two. Returns whether a snapshot was taken by this call: of several at
 * once, one takes it. Throws DatabaseError.
 */
export async function takeSnapshot(
  database: Database,
  waveId: string,
  now: Date,
  reading: Database = database,
): Promise<boolean> {
  const takenOn = now.toISOString().slice(0, 10)
  const { previous, contributedCount } = await database.run(async (client) => readMoments(client, waveId))
  const thresholds = await readThresholds(database)
  if (!mayRetake(previous, contributedCount, takenOn, thresholds)) return false
  const counted = await readConsistently(reading, async (transaction) => count(transaction, waveId))
  return replace(database, waveId, previous, takenOn, counted)
}

async function readMoments(client: Transaction, waveId: string) {
  const previous: SnapshotMoment | null = await client.participantSnapshot.findUnique({
    where: { waveId },
    select: { takenOn: true, contributedCount: true },
  })
  return { previous, contributedCount: await readContributedCount(client, waveId) }
}

/** How many responses of a wave have stayed, counted in a snapshot or not. */
export async function readContributedCount(client: Transaction, waveId: string): Promise<number> {
  const found = await client.participation.findUnique({
    where: { waveId },
    select: { contributedCount: true },
  })
  return found?.contributedCount ?? 0
}

async function count(transaction: Transaction, waveId: string): Promise<Counted> {
  const contributedCount = await readContributedCount(transaction, waveId)
  const { content } = await loadWaveFigures(transaction, waveId)
  const byWeek = new Map<string, Counter>()
  let demoCount = 0
  for await (const { answers, consentVersion, week } of readResponses(transaction, waveId)) {
    // Of an instrument that today's does not understand: kept, and not counted.
    const parsed = parseAnswers(JSON.parse(answers))
    if (!parsed.ok) continue
    const counter = byWeek.get(week) ?? createCounter(content.figures)
    byWeek.set(week, counter)
    counter.add(parsed.answers)
    if (consentVersion === demoConsentVersion) demoCount += 1
  }
  const weeks = new Map([...byWeek].map(([week, counter]) => [week, counter.counts()]))
  const together = (firstWeek: string, lastWeek: string) =>
    [...weeks]
      .filter(([week]) => firstWeek <= week && week <= lastWeek)
      .map(([, counts]) => counts)
      .reduce(mergeCounts, createCounter(content.figures).counts())

  const perWeek = new Map([...weeks].map(([week, { responses }]) => [week, responses]))
  const previous = await transaction.snapshotBlock.findMany({
    where: { waveId },
    select: { firstWeek: true, lastWeek: true },
  })
  const blocks = nextBlocks(perWeek, previous, leastThresholds.smallestCell).map((block) => ({
    ...block,
    counts: JSON.stringify(together(block.firstWeek, block.lastWeek)),
  }))
  const counts = [...weeks.values()].reduce(mergeCounts, createCounter(content.figures).counts())
  const { responses: responseCount } = counts
  const snapshot = { contributedCount, responseCount, demoCount, counts: JSON.stringify(counts) }
  return { snapshot, blocks }
}

async function* readResponses(transaction: Transaction, waveId: string) {
  let after = ''
  for (;;) {
    const page = await transaction.response.findMany({
      where: { waveId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, answers: true, consentVersion: true, week: true },
    })
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.id
  }
}

/** Puts a snapshot in the place of the one that was there when counting began, and of no later one. */
async function replace(
  database: Database,
  waveId: string,
  previous: SnapshotMoment | null,
  takenOn: string,
  { snapshot, blocks }: Counted,
): Promise<boolean> {
  const data = { ...snapshot, takenOn }
  try {
    return await database.run(async (client) =>
      client.$transaction(async (transaction) => {
        if (previous === null) {
          await transaction.participantSnapshot.create({
            data: { waveId, ...data },
            select: { waveId: true },
          })
        } else {
          const { contributedCount } = previous
          const where = { waveId, takenOn: previous.takenOn, contributedCount }
          const { count: replaced } = await transaction.participantSnapshot.updateMany({ where, data })
          if (replaced === 0) return false
        }
        await transaction.snapshotBlock.deleteMany({ where: { waveId } })
        await transaction.snapshotBlock.createMany({ data: blocks.map((block) => ({ waveId, ...block })) })
        return true
      }, patience),
    )
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}
