import 'server-only'
import { parseCounts } from '@/lib/participation/counts-schema'
import type { Participated, WeeklyCounts } from '@/lib/participation/dashboard-state'
import { appDatabase, type Database } from './client'
import type { Prisma } from './generated/sqlite/client'
import { createSnapshotReader } from './snapshot-copies'

/** null where the counts of a block have a form that this version does not know. */
async function load(transaction: Prisma.TransactionClient, waveId: string): Promise<WeeklyCounts | null> {
  const where = { waveId }
  const { takenOn, demoCount } = await transaction.participantSnapshot.findUniqueOrThrow({
    where,
    select: { takenOn: true, demoCount: true },
  })
  const stored = await transaction.snapshotBlock.findMany({
    where,
    orderBy: { firstWeek: 'asc' },
    select: { firstWeek: true, lastWeek: true, counts: true },
  })
  const blocks = stored.flatMap(({ firstWeek, lastWeek, counts: text }) => {
    const counts = parseCounts(text)
    return counts ? [{ firstWeek, lastWeek, counts }] : []
  })
  return blocks.length === stored.length ? { takenOn, demoCount, blocks } : null
}

/** A reader of participants by blocks of weeks that keeps what it read, see `createSnapshotReader`. */
export function createWeeklyReader(database: Database): (waveId: string) => Promise<Participated> {
  const readWeekly = createSnapshotReader(database, load)
  return async (waveId) => {
    const found = await database.run(async (client) =>
      client.participation.findUnique({ where: { waveId }, select: { contributedCount: true } }),
    )
    return { contributedCount: found?.contributedCount ?? 0, weekly: await readWeekly(waveId) }
  }
}

/** The participants of a wave by blocks of weeks. Throws DatabaseError. */
export const readWeeklyParticipants = createWeeklyReader(appDatabase)

/** The waves in which somebody took part, the latest first. Throws DatabaseError. */
export async function readParticipatedWaves(database: Database = appDatabase): Promise<readonly string[]> {
  const found = await database.run(async (client) =>
    client.participation.findMany({
      where: { contributedCount: { gt: 0 } },
      orderBy: { waveId: 'desc' },
      select: { waveId: true },
    }),
  )
  return found.map(({ waveId }) => waveId)
}
