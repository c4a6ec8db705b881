import type { Database } from '@/lib/db/engine/client'
import { isUniqueViolation } from '@/lib/db/engine/failures'
import type { EditionScope } from './edition-responses'
import type { Prisma } from './generated/sqlite/client'

/** A week that is over, with the rounded number of its contributions. */
export interface WeekCount {
  /** ISO week, `YYYY-Www`. */
  readonly week: string
  readonly count: number
}

/** The weeks of a wave that were counted. */
export interface WeekCounts {
  /** Whether the responses are made up: as long as no real ones were counted. */
  readonly isDemo: boolean
  /** The first one first. */
  readonly weeks: readonly WeekCount[]
}

/** The weeks that were counted of a wave's real responses; of the made-up ones as long as there are none. Throws DatabaseError. */
export async function readWeekCounts(client: Prisma.TransactionClient, waveId: string): Promise<WeekCounts> {
  const rows = await client.weekCount.findMany({
    where: { waveId },
    orderBy: { week: 'asc' },
    select: { week: true, count: true, isDemo: true },
  })
  const isDemo = rows.every((row) => row.isDemo)
  const weeks = rows.filter((row) => row.isDemo === isDemo).map(({ week, count }) => ({ week, count }))
  return { isDemo, weeks }
}

/** The weeks that were counted. Throws DatabaseError. */
export async function countedWeeks(
  client: Prisma.TransactionClient,
  { waveId, isDemo }: EditionScope,
): Promise<ReadonlySet<string>> {
  const rows = await client.weekCount.findMany({ where: { waveId, isDemo }, select: { week: true } })
  return new Set(rows.map(({ week }) => week))
}

/**
 * Stores the rounded numbers of weeks, and whether enough responses wait. Where another process stored one of the weeks first, its
 * numbers stay, and these are dropped. Throws DatabaseError.
 */
export async function storeLiveNumbers(
  database: Database,
  { waveId, isDemo }: EditionScope,
  weeks: readonly WeekCount[],
  hasEnoughWaiting: boolean,
): Promise<void> {
  try {
    await database.run(async (client) =>
      client.$transaction([
        client.weekCount.createMany({ data: weeks.map((week) => ({ waveId, isDemo, ...week })) }),
        client.participation.update({
          where: { waveId },
          data: { hasEnoughWaiting },
          select: { waveId: true },
        }),
      ]),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}
