import type { AuditEntry } from '@/lib/audit/entry'
import { appendAudit } from './audit'
import type { Database } from '@/lib/db/engine/client'
import { isUniqueViolation } from '@/lib/db/engine/failures'
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

/** How long an end that is recorded waits for its turn, and how long it may take, in milliseconds. */
const patience = { maxWait: 15_000, timeout: 15_000 }

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
  Pick<StoredRelease, 'phase' | 'progressPermille' | 'cutOffWeek' | 'isDemo'>
> & { readonly removalCount?: number; readonly deliveryCount?: number }

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

/** What is recorded with the end of a preparation. */
export interface RecordedEnd {
  readonly entry: AuditEntry
  readonly auditKey: string
  readonly now: Date
}

/**
 * Ends a preparation that is still wanted, and returns whether it was. Where `recorded` is given, the end and its entry in the
 * audit log are both kept, or neither. Throws DatabaseError.
 */
export async function endRelease(
  database: Database,
  id: string,
  end: Exclude<ReleaseState, 'preparing'>,
  details: { readonly result?: string; readonly plan?: string; readonly sizeBytes?: number } = {},
  recorded?: RecordedEnd,
): Promise<boolean> {
  const ended = {
    ...details,
    state: end,
    preparingWaveId: null,
    ...(end === 'ready' && { progressPermille: 1000 }),
  }
  if (!recorded) return moveOn(database, id, ended)
  const { auditKey, entry, now } = recorded
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const { count } = await transaction.release.updateMany({
        where: { id, state: 'preparing' },
        data: ended,
      })
      if (count > 0) await appendAudit(transaction, auditKey, entry, now)
      return count > 0
    }, patience),
  )
}

async function moveOn(
  database: Database,
  id: string,
  data: Prisma.ReleaseUncheckedUpdateManyInput,
): Promise<boolean> {
  const where = { id, state: 'preparing' }
  return database.run(async (client) => (await client.release.updateMany({ where, data })).count > 0)
}

/** A release; null where there is none. Throws DatabaseError. */
export async function findRelease(database: Database, id: string): Promise<StoredRelease | null> {
  const row = await database.run(async (client) =>
    client.release.findUnique({ where: { id }, select: fields }),
  )
  return row && releaseOf(row)
}

/** The ids of releases whose files are needed: those being prepared, and those asked for since `since` that may be delivered. */
export async function listKept(database: Database, since: Date): Promise<readonly string[]> {
  const rows = await database.run(async (client) =>
    client.release.findMany({
      where: { OR: [{ state: 'preparing' }, { state: 'ready', requestedAt: { gte: since } }] },
      select: fields,
    }),
  )
  return rows
    .map(releaseOf)
    .filter(({ state, outdated }) => state === 'preparing' || outdated === null)
    .map(({ id }) => id)
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
