import { parseAnswers } from '@/lib/instrument/answers-schema'
import { demoConsentVersion } from '@/lib/participation/consent'
import { createCounter } from '@/lib/participation/counter'
import { mayRetake, type SnapshotMoment } from '@/lib/participation/thresholds'
import type { Database } from './client'
import { isUniqueViolation } from './failures'
import type { Prisma } from './generated/sqlite/client'
import { readConsistently } from './read-consistently'
import { readThresholds } from './settings'
import { loadWaveFigures } from './wave-figures'

/** How many responses are read at a time: all that is ever held of them in memory, and counted before anyone else has a turn. */
const pageSize = 500

type Transaction = Prisma.TransactionClient
type Snapshot = Omit<Prisma.ParticipantSnapshotUncheckedCreateInput, 'waveId' | 'takenOn'>

/**
 * Counts all responses of a wave and keeps the counts in place of the previous ones, when it is time for that (see
 * `mayRetake`, with the threshold that is in force) at the moment `now`. `database` should be `dedicated`: counting a million responses takes a minute or two.
 * Returns whether a snapshot was taken by this call: of several at once, one takes it. Throws DatabaseError.
 */
export async function takeSnapshot(database: Database, waveId: string, now: Date): Promise<boolean> {
  const takenOn = now.toISOString().slice(0, 10)
  const { previous, contributedCount } = await database.run(async (client) => readMoments(client, waveId))
  const thresholds = await readThresholds(database)
  if (!mayRetake(previous, contributedCount, takenOn, thresholds)) return false
  const counted = await readConsistently(database, async (transaction) => count(transaction, waveId))
  return replace(database, waveId, previous, { ...counted, takenOn })
}

async function readMoments(client: Transaction, waveId: string) {
  const previous: SnapshotMoment | null = await client.participantSnapshot.findUnique({
    where: { waveId },
    select: { takenOn: true, contributedCount: true },
  })
  return { previous, contributedCount: await readContributedCount(client, waveId) }
}

async function readContributedCount(client: Transaction, waveId: string): Promise<number> {
  const found = await client.participation.findUnique({
    where: { waveId },
    select: { contributedCount: true },
  })
  return found?.contributedCount ?? 0
}

async function count(transaction: Transaction, waveId: string): Promise<Snapshot> {
  const contributedCount = await readContributedCount(transaction, waveId)
  const { content } = await loadWaveFigures(transaction, waveId)
  const counter = createCounter(content.figures)
  let demoCount = 0
  for await (const { answers, consentVersion } of readResponses(transaction, waveId)) {
    // Of an instrument that today's does not understand: kept, and not counted.
    const parsed = parseAnswers(JSON.parse(answers))
    if (!parsed.ok) continue
    counter.add(parsed.answers)
    if (consentVersion === demoConsentVersion) demoCount += 1
  }
  const counts = counter.counts()
  return { contributedCount, responseCount: counts.responses, demoCount, counts: JSON.stringify(counts) }
}

async function* readResponses(transaction: Transaction, waveId: string) {
  let after = ''
  for (;;) {
    const page = await transaction.response.findMany({
      where: { waveId, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, answers: true, consentVersion: true },
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
  snapshot: Snapshot & { readonly takenOn: string },
): Promise<boolean> {
  try {
    return await database.run(async (client) => {
      if (previous === null) {
        await client.participantSnapshot.create({ data: { waveId, ...snapshot }, select: { waveId: true } })
        return true
      }
      const { takenOn, contributedCount } = previous
      const where = { waveId, takenOn, contributedCount }
      return (await client.participantSnapshot.updateMany({ where, data: snapshot })).count > 0
    })
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}
