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

/** The weeks that were counted, the first one first. */
export async function listWeekCounts(
  client: Prisma.TransactionClient,
  { waveId, isDemo }: EditionScope,
): Promise<readonly WeekCount[]> {
  return client.weekCount.findMany({
    where: { waveId, isDemo },
    orderBy: { week: 'asc' },
    select: { week: true, count: true },
  })
}

/** The weeks that were counted. */
export async function countedWeeks(
  client: Prisma.TransactionClient,
  scope: EditionScope,
): Promise<ReadonlySet<string>> {
  return new Set((await listWeekCounts(client, scope)).map(({ week }) => week))
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
