import {
  decideRun,
  newDay,
  clockState,
  type ClockState,
  type KnownTime,
  type RunDecision,
} from '@/lib/clock/known-time'
import { DatabaseError } from '@/lib/errors'
import type { Database } from '@/lib/db/engine/client'
import type { Prisma } from './generated/sqlite/client'

/** The number of the only row. */
const id = 1

const columns = { latestDay: true, doubtedDay: true, erasedFor: true, erasedOn: true } as const

/** What the database knows of time. Throws DatabaseError. */
export async function readKnownTime(client: Prisma.TransactionClient): Promise<KnownTime> {
  const row = await client.clock.findUnique({ where: { id }, select: columns })
  if (row === null) {
    throw new DatabaseError('outdated', 'The database lacks its row of the clock: run `npm run db:migrate`.')
  }
  return row
}

/**
 * Decides for a run of the daily work at the moment `now`, and stores what the run has seen. `isAccepted`: the operator says that the
 * clock is right. Throws DatabaseError.
 */
export async function beginRun(database: Database, now: Date, isAccepted = false): Promise<RunDecision> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      // A write first, even of nothing: SQLite refuses a write after a read that another process has written over.
      await transaction.clock.updateMany({ where: { id }, data: { id } })
      const decision = decideRun(await readKnownTime(transaction), now, isAccepted)
      const { latestDay, doubtedDay } = decision.known
      await transaction.clock.update({ where: { id }, data: { latestDay, doubtedDay }, select: { id: true } })
      return decision
    }),
  )
}

/** Stores the day for which was erased, and today, with the erasing. */
export async function noteErased(
  transaction: Prisma.TransactionClient,
  erasedFor: string,
  erasedOn: string,
): Promise<void> {
  await transaction.clock.update({ where: { id }, data: { erasedFor, erasedOn }, select: { id: true } })
}

/**
 * What is to be thought of the clock when somebody contributes at `now`. Stores the day where it is a new one: one row is read for
 * each contribution, and written once a day. Throws DatabaseError.
 */
export async function seeClock(database: Database, now: Date): Promise<ClockState> {
  return database.run(async (client) => {
    const known = await readKnownTime(client)
    const day = newDay(known, now)
    if (day !== null) {
      const isEarlier = { OR: [{ latestDay: null }, { latestDay: { lt: day } }] }
      await client.clock.updateMany({ where: { id, ...isEarlier }, data: { latestDay: day } })
    }
    return clockState(known, now)
  })
}
