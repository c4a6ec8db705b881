import 'server-only'
import { parseCounts } from '@/lib/participation/counts-schema'
import type { CountedWeeks } from '@/lib/participation/dashboard'
import type { BlockCounts } from '@/lib/participation/dashboard-cells'
import { appDatabase, type Database } from '@/lib/db/engine/client'
import { readConsistently } from '@/lib/db/engine/read-consistently'

interface Copy {
  readonly takenOn: string
  readonly contributedCount: number
  readonly weeks: CountedWeeks | null
}

const moment = { takenOn: true, contributedCount: true } as const

/**
 * A reader of a wave's last snapshot by blocks of weeks that keeps what it read: each call reads which snapshot there is, and
 * its counts only when it is another.
 */
export function createBlocksReader(database: Database): (waveId: string) => Promise<CountedWeeks | null> {
  const copies = new Map<string, Copy>()
  return async (waveId) => {
    const where = { waveId }
    const present = await database.run(async (client) =>
      client.participantSnapshot.findUnique({ where, select: moment }),
    )
    if (present === null) return null
    const copy = copies.get(waveId)
    if (copy?.takenOn === present.takenOn && copy.contributedCount === present.contributedCount)
      return copy.weeks
    const read = await readConsistently(database, async (transaction) => ({
      snapshot: await transaction.participantSnapshot.findUnique({
        where,
        select: { ...moment, demoCount: true },
      }),
      blocks: await transaction.snapshotBlock.findMany({ where, orderBy: { firstWeek: 'asc' } }),
    }))
    if (read.snapshot === null) return null
    const { takenOn, contributedCount, demoCount } = read.snapshot
    const blocks = read.blocks.flatMap(({ firstWeek, lastWeek, counts }): BlockCounts[] => {
      const parsed = parseCounts(counts)
      return parsed === null ? [] : [{ firstWeek, lastWeek, counts: parsed }]
    })
    const isWhole = blocks.length > 0 && blocks.length === read.blocks.length
    const weeks = isWhole ? { takenOn, hasDemo: demoCount > 0, blocks } : null
    copies.set(waveId, { takenOn, contributedCount, weeks })
    return weeks
  }
}

/** What was counted of a wave, by weeks; null where nothing was, or in a form that this version does not know. Throws DatabaseError. */
export const readBlocks = createBlocksReader(appDatabase)
