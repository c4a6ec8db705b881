import { randomUUID } from 'node:crypto'
import type { Database } from './engine/client'

/** For how long work is had without being renewed, in milliseconds: after that, its holder has died. */
const leaseMs = 120_000

/** How often a holder renews its lease, in milliseconds. */
const renewEachMs = 30_000

/** The work that one process does for all that share the database. */
type LeaseName = 'dailyWork'

/** This process, among those that share the database. */
const own = randomUUID()

/**
 * Takes or renews the lease of some work, at the moment `now`. Returns whether this `holder` has it. Of several that ask at once, one
 * has it. Throws DatabaseError.
 */
export async function takeLease(
  database: Database,
  name: LeaseName,
  now: Date,
  holder: string = own,
): Promise<boolean> {
  const until = new Date(now.getTime() + leaseMs)
  // Of a holder whose clock was ahead: nobody would wait for it.
  const mostUntil = new Date(until.getTime() + leaseMs)
  const { count } = await database.run(async (client) =>
    client.lease.updateMany({
      where: {
        name,
        OR: [{ holder: null }, { holder }, { until: { lt: now } }, { until: { gt: mostUntil } }],
      },
      data: { holder, until },
    }),
  )
  return count === 1
}

/** Gives the lease of some work back, with the day on which it was done; null: it was not. Throws DatabaseError. */
export async function endLease(
  database: Database,
  name: LeaseName,
  doneOn: string | null,
  holder: string = own,
): Promise<void> {
  const data = { holder: null, until: null, ...(doneOn !== null && { doneOn }) }
  await database.run(async (client) => client.lease.updateMany({ where: { name, holder }, data }))
}

/** The day on which some work was last done whole, by whichever process; null: never. Throws DatabaseError. */
export async function leaseDoneOn(database: Database, name: LeaseName): Promise<string | null> {
  const lease = await database.run(async (client) => client.lease.findUnique({ where: { name } }))
  return lease?.doneOn ?? null
}

/**
 * Does work that one process at a time does. `work` says whether it was done, for the day `today`. null where another process has it.
 * Throws DatabaseError, and what `work` throws.
 */
export async function withLease(
  database: Database,
  name: LeaseName,
  today: string,
  work: () => Promise<boolean>,
): Promise<boolean | null> {
  if (!(await takeLease(database, name, new Date()))) return null
  // A renewal that fails is tried again: the lease outlasts three of them.
  const renewal = setInterval(() => {
    takeLease(database, name, new Date()).catch(() => undefined)
  }, renewEachMs)
  renewal.unref()
  let isDone = false
  try {
    isDone = await work()
    return isDone
  } finally {
    clearInterval(renewal)
    await endLease(database, name, isDone ? today : null)
  }
}
