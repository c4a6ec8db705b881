import { systemActor } from '@/lib/audit/entry'
import { dayOf } from '@/lib/clock/known-time'
import { appendAudit, writeInPlaceOfEntry } from '@/lib/db/audit'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'

/**
 * Counts a sign-in with an address that nobody has. Takes as long as recording one with an address that has an account, whose key
 * it has for that. Throws DatabaseError.
 */
export async function countUnknownSignIn(database: Database, auditKey: string, now: Date): Promise<void> {
  const day = dayOf(now)
  await writeInPlaceOfEntry(database, auditKey, async (transaction) =>
    transaction.adminUnknownSignIns.upsert({
      where: { day },
      create: { day, count: 1 },
      update: { count: { increment: 1 } },
      select: { day: true },
    }),
  )
}

/**
 * Records how many such sign-ins there were on each day that is over, once: of two processes that do it, one does. Doing it again
 * finds nothing more. Returns the number of days. Throws DatabaseError.
 */
export async function recordUnknownSignIns(database: Database, auditKey: string, now: Date): Promise<number> {
  const over = { where: { day: { lt: dayOf(now) } }, orderBy: { day: 'asc' } } as const
  const days = await database.run(async (client) => client.adminUnknownSignIns.findMany(over))
  let recorded = 0
  for (const { day, count } of days) {
    await database.run(async (client) =>
      client.$transaction(async (transaction) => {
        // The count that was read: one more that comes meanwhile is for the next time.
        const deleted = await transaction.adminUnknownSignIns.deleteMany({ where: { day, count } })
        if (deleted.count === 0) return
        const counted = { actor: systemActor, action: 'unknownSignIns', subject: null } as const
        const details = { day, tryCount: count }
        await appendAudit(transaction, auditKey, { ...counted, outcome: 'refused', details }, now)
        recorded += 1
      }, patience.change),
    )
  }
  return recorded
}
