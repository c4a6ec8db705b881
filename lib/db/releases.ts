import type { Database } from './client'
import { isUniqueViolation } from './failures'
import type { Prisma } from './generated/sqlite/client'

export type ReleaseState = 'preparing' | 'ready' | 'refused' | 'cancelled' | 'failed'

/** What a preparation does, in order. */
export type ReleasePhase = 'counting' | 'reading' | 'anonymising' | 'writing'

/** What an exporter asks for. */
export interface ReleaseRequest {
  readonly id: string
  readonly waveId: string
  /** An admin's account. */
  readonly requestedBy: string
  /** The smallest class, 5 to 50. */
  readonly smallestClass: number
  /** Whole percent, 0 to 20. */
  readonly largestWithheldPercent: number
}

/** A release as it is kept. */
export interface StoredRelease extends ReleaseRequest {
  readonly requestedAt: Date
  readonly state: ReleaseState
  readonly phase: ReleasePhase
  readonly progressPermille: number
  readonly cutOffWeek: string | null
  readonly isDemo: boolean | null
  /** JSON of lib/release/result.ts. */
  readonly result: string | null
  readonly sizeBytes: number | null
  readonly deliveredAt: Date | null
  /**
   * Why its file must not be delivered any more: responses of it were deleted since they were read; or, before it was first
   * delivered, another release was, which it does not know of. null where it may be.
   */
  readonly outdated: 'responsesRemoved' | 'anotherDelivered' | null
}

/** A preparation that gave no sign of life for so long is over, in milliseconds: what did it was stopped. */
export const silenceMs = 60_000

const fields = {
  id: true,
  waveId: true,
  requestedBy: true,
  requestedAt: true,
  smallestClass: true,
  largestWithheldPercent: true,
  state: true,
  phase: true,
  progressPermille: true,
  cutOffWeek: true,
  isDemo: true,
  removalCount: true,
  deliveryCount: true,
  result: true,
  sizeBytes: true,
  deliveredAt: true,
  wave: { select: { participation: { select: { removalCount: true, deliveryCount: true } } } },
} as const satisfies Prisma.ReleaseSelect

type Row = Prisma.ReleaseGetPayload<{ select: typeof fields }>

function releaseOf({ wave, removalCount, deliveryCount, ...row }: Row): StoredRelease {
  const now = wave.participation ?? { removalCount: 0, deliveryCount: 0 }
  const isRemovedFrom = removalCount !== null && removalCount !== now.removalCount
  const isOvertaken =
    row.deliveredAt === null && deliveryCount !== null && deliveryCount !== now.deliveryCount
  return {
    ...row,
    // CHECKs of the table hold it to these words.
    state: row.state as ReleaseState,
    phase: row.phase as ReleasePhase,
    outdated: isRemovedFrom ? 'responsesRemoved' : isOvertaken ? 'anotherDelivered' : null,
  }
}

/**
 * Keeps that a release is being prepared, unless another one of the wave is: then returns false. Preparations that have
 * been silent for longer than `silenceMs` at the moment `now` are failed first. Throws DatabaseError.
 */
export async function beginRelease(database: Database, request: ReleaseRequest, now: Date): Promise<boolean> {
  await failSilent(database, now)
  try {
    await database.run(async (client) =>
      client.release.create({
        data: {
          ...request,
          requestedAt: now,
          aliveAt: now,
          state: 'preparing',
          preparingWaveId: request.waveId,
          phase: 'counting',
          progressPermille: 0,
        },
        select: { id: true },
      }),
    )
    return true
  } catch (error) {
    // Of several that begin at once, the unique column lets one.
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** Gives up preparations that gave no sign of life for longer than `silenceMs`. Returns their ids. Throws DatabaseError. */
export async function failSilent(database: Database, now: Date): Promise<readonly string[]> {
  const where = { state: 'preparing', aliveAt: { lt: new Date(now.getTime() - silenceMs) } }
  return database.run(async (client) => {
    const silent = await client.release.findMany({ where, select: { id: true } })
    const ids = silent.map(({ id }) => id)
    if (ids.length > 0) {
      await client.release.updateMany({
        where: { ...where, id: { in: ids } },
        data: { state: 'failed', preparingWaveId: null },
      })
    }
    return ids
  })
}

/** What changes while a release is prepared. */
export type ReleaseProgress = Partial<
  Pick<StoredRelease, 'phase' | 'progressPermille' | 'cutOffWeek' | 'isDemo' | 'result'>
> & { readonly removalCount?: number; readonly deliveryCount?: number; readonly plan?: string }

/**
 * Keeps how far a preparation is, which is also its sign of life. Returns false where it is no longer wanted: it was
 * cancelled, or given up. Throws DatabaseError.
 */
export async function keepProgress(
  database: Database,
  id: string,
  progress: ReleaseProgress,
  now: Date,
): Promise<boolean> {
  return moveOn(database, id, { ...progress, aliveAt: now })
}

/** Ends a preparation that is still wanted, and returns whether it was. Throws DatabaseError. */
export async function endRelease(
  database: Database,
  id: string,
  end: Exclude<ReleaseState, 'preparing'>,
  details: { readonly result?: string; readonly sizeBytes?: number } = {},
): Promise<boolean> {
  return moveOn(database, id, {
    ...details,
    state: end,
    preparingWaveId: null,
    ...(end === 'ready' && { progressPermille: 1000 }),
  })
}

async function moveOn(
  database: Database,
  id: string,
  data: Prisma.ReleaseUncheckedUpdateManyInput,
): Promise<boolean> {
  const where = { id, state: 'preparing' }
  return database.run(async (client) => (await client.release.updateMany({ where, data })).count > 0)
}

/**
 * Keeps that the file of a release that is ready is delivered at `now`, and returns whether it may be: no response of it was
 * deleted since it was read, and it was delivered before or knows of every release that was. Of two that are delivered for the
 * first time at once, one is. Throws DatabaseError.
 */
export async function keepDelivery(database: Database, id: string, now: Date): Promise<boolean> {
  const read = await database.run(async (client) =>
    client.release.findFirst({
      where: { id, state: 'ready', removalCount: { not: null }, deliveryCount: { not: null } },
      select: { waveId: true, removalCount: true, deliveryCount: true, deliveredAt: true },
    }),
  )
  if (read?.removalCount == null || read.deliveryCount === null) return false
  const { waveId, removalCount, deliveryCount, deliveredAt } = read
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

/** A release; null where there is none. Throws DatabaseError. */
export async function findRelease(database: Database, id: string): Promise<StoredRelease | null> {
  const row = await database.run(async (client) =>
    client.release.findUnique({ where: { id }, select: fields }),
  )
  return row && releaseOf(row)
}

/** The last releases of a wave, the latest first. Throws DatabaseError. */
export async function listReleases(
  database: Database,
  waveId: string,
  count: number,
): Promise<readonly StoredRelease[]> {
  const rows = await database.run(async (client) =>
    client.release.findMany({
      where: { waveId },
      orderBy: [{ requestedAt: 'desc' }, { id: 'asc' }],
      take: count,
      select: fields,
    }),
  )
  return rows.map(releaseOf)
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
