import type { Database } from '@/lib/db/engine/client'
import type { Prisma } from './generated/sqlite/client'

/**
 * Keeps that the file of a release that is ready is delivered at `now`, and returns whether it may be: no response of it was
 * deleted since it was read, and it was delivered before or knows of every release that was. Of two that are delivered for the
 * first time at once, one is. Throws DatabaseError.
 */
export async function keepDelivery(database: Database, id: string, now: Date): Promise<boolean> {
  const read = await database.run(async (client) =>
    client.release.findFirst({
      where: { id, state: 'ready' },
      select: { waveId: true, removalCount: true, deliveryCount: true, deliveredAt: true },
    }),
  )
  if (read === null) return false
  const { waveId, deliveredAt } = read
  // A CHECK of the table: what is ready has both.
  const [removalCount, deliveryCount] = [read.removalCount ?? -1, read.deliveryCount ?? -1]
  if (deliveredAt !== null) {
    const where = { waveId, removalCount }
    return database.run(async (client) => (await client.participation.count({ where })) > 0)
  }
  const isFirst = await database.run(async (client) =>
    client.$transaction(async (transaction) => {
      // The write comes first: whoever withdraws or delivers at the same time comes before it, or after all of this.
      const { count } = await transaction.participation.updateMany({
        where: { waveId, removalCount, deliveryCount },
        data: { deliveryCount: { increment: 1 } },
      })
      if (count > 0) await transaction.release.updateMany({ where: { id }, data: { deliveredAt: now } })
      return count > 0
    }),
  )
  return isFirst || (await wasDelivered(database, id, removalCount))
}

/** Whether it was delivered meanwhile, to somebody who asked at the same time, and still may be. */
async function wasDelivered(database: Database, id: string, removalCount: number): Promise<boolean> {
  const where = { id, deliveredAt: { not: null }, wave: { participation: { removalCount } } }
  return database.run(async (client) => (await client.release.count({ where })) > 0)
}

/** The counts that a release holds against: read them with the responses, in one consistent reading. */
export async function readParticipation(
  transaction: Prisma.TransactionClient,
  waveId: string,
): Promise<{ readonly removalCount: number; readonly deliveryCount: number }> {
  const select = { removalCount: true, deliveryCount: true } as const
  return transaction.participation.findUniqueOrThrow({ where: { waveId }, select })
}

/** A release that was delivered to somebody, as far as later ones have to know it. */
export interface DeliveredRelease {
  readonly id: string
  readonly smallestClass: number
  readonly largestWithheldPercent: number
  readonly cutOffWeek: string
  /** JSON of lib/release/stored-plan.ts. */
  readonly plan: string
}

/** The releases of a wave that were delivered to somebody, in the order of their delivery. */
export async function listDelivered(
  transaction: Prisma.TransactionClient,
  waveId: string,
  isDemo: boolean,
): Promise<readonly DeliveredRelease[]> {
  const rows = await transaction.release.findMany({
    where: { waveId, isDemo, deliveredAt: { not: null } },
    orderBy: [{ deliveryCount: 'asc' }],
    select: { id: true, smallestClass: true, largestWithheldPercent: true, cutOffWeek: true, plan: true },
  })
  // A CHECK of the table: what is ready has both.
  return rows.map(({ cutOffWeek, plan, ...row }) => ({
    ...row,
    cutOffWeek: cutOffWeek ?? '',
    plan: plan ?? '',
  }))
}
