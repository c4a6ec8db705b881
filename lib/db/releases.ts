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
  /** Whether responses of it were deleted since they were read: then its file must not be delivered any more. */
  readonly isOutdated: boolean
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
  result: true,
  sizeBytes: true,
  deliveredAt: true,
  wave: { select: { participation: { select: { removalCount: true } } } },
} as const satisfies Prisma.ReleaseSelect

type Row = Prisma.ReleaseGetPayload<{ select: typeof fields }>

function releaseOf({ wave, removalCount, ...row }: Row): StoredRelease {
  return {
    ...row,
    // CHECKs of the table hold it to these words.
    state: row.state as ReleaseState,
    phase: row.phase as ReleasePhase,
    isOutdated: removalCount !== null && removalCount !== (wave.participation?.removalCount ?? 0),
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
> & { readonly removalCount?: number }

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

/** Keeps that the file was first delivered at `now`. Throws DatabaseError. */
export async function keepDelivery(database: Database, id: string, now: Date): Promise<void> {
  await database.run(async (client) =>
    client.release.updateMany({ where: { id, deliveredAt: null }, data: { deliveredAt: now } }),
  )
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

/** The releases of a wave that were delivered to somebody, the latest first. Throws DatabaseError. */
export async function listDelivered(
  database: Database,
  waveId: string,
  isDemo: boolean,
): Promise<readonly StoredRelease[]> {
  const rows = await database.run(async (client) =>
    client.release.findMany({
      where: { waveId, isDemo, deliveredAt: { not: null } },
      orderBy: [{ requestedAt: 'desc' }, { id: 'asc' }],
      select: fields,
    }),
  )
  return rows.map(releaseOf)
}
