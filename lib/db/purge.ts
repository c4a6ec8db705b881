import { dayOf } from '@/lib/clock/known-time'
import { firstKeptWeeks, type RetentionPeriods } from '@/lib/contribution/retention'
import { isoWeekOf } from '@/lib/counts/iso-week'
import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import { secureRandom } from '@/lib/keys/secure-random'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { PrismaClient } from './generated/sqlite/client'
import { noteErased } from './clock'
import { deleteResponses } from './editions'
import { noteDeletion } from './rewrite'

export interface PurgeReport {
  /** Receipts that no longer stand for a response. */
  readonly receiptsErased: number
  readonly responsesDeleted: number
}

/**
 * Erases what has been kept for long enough at the moment `eraseFor`, which is `now` unless a run may not erase so much: the hashes of
 * receipts, and whole responses. Doing it again finds nothing more. Copies in the files are for `rewriteDatabase`. Throws
 * DatabaseError.
 */
export async function purge(
  database: Database,
  now: Date,
  periods: RetentionPeriods,
  eraseFor = now,
): Promise<PurgeReport> {
  const firstKept = firstKeptWeeks(eraseFor, periods)
  const deletion = { today: dayOf(now), isWithdrawal: false }
  return database.run(async (client) => {
    let responsesDeleted = 0
    for (const { id } of await client.wave.findMany({ select: { id: true } })) {
      const where = { waveId: id, week: { lt: firstKept.responses } }
      responsesDeleted += await client.$transaction(
        async (transaction) => deleteResponses(transaction, where, deletion),
        patience.erasing,
      )
    }
    const receiptsErased = await eraseReceipts(client, firstKept.receipts, {
      erasedFor: dayOf(eraseFor),
      today: dayOf(now),
    })
    await moveFutureWeeks(client, isoWeekOf(now))
    return { receiptsErased, responsesDeleted }
  })
}

/** What a purge would erase, exactly: it erases nothing. Throws DatabaseError. */
export async function countDue(
  database: Database,
  eraseFor: Date,
  periods: RetentionPeriods,
): Promise<PurgeReport> {
  const firstKept = firstKeptWeeks(eraseFor, periods)
  return database.run(async (client) => ({
    receiptsErased: await client.response.count({ where: receiptsBefore(firstKept.receipts) }),
    responsesDeleted: await client.response.count({ where: { week: { lt: firstKept.responses } } }),
  }))
}

/** A response that was contributed under a clock that was ahead would be kept for as much longer: it is given the week of today. */
async function moveFutureWeeks(client: PrismaClient, thisWeek: string): Promise<void> {
  await client.response.updateMany({ where: { week: { gt: thisWeek } }, data: { week: thisWeek } })
}

// Any hash, asked for like this: databases then go through those that are left, and not through all that is old, for which
// everybody would have to wait.
const receiptsBefore = (week: string) => ({ week: { lt: week }, receiptHash: { gt: '' } })

/** Erases the receipts of weeks before this one, and stores the day for which everything is erased now. */
async function eraseReceipts(
  client: PrismaClient,
  firstKeptWeek: string,
  { erasedFor, today }: { readonly erasedFor: string; readonly today: string },
): Promise<number> {
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.response.updateMany({
      where: receiptsBefore(firstKeptWeek),
      data: { receiptHash: null },
    })
    if (count > 0) await noteDeletion(transaction)
    await noteErased(transaction, erasedFor, today)
    return count
  }, patience.erasing)
}

const rounded = (count: number) => randomlyRounded(count, secureRandom())

/** The report as logs keep it: receipts that were erased tell how many contributed in a week, which nobody is told exactly. */
export function roundedReport({ receiptsErased, responsesDeleted }: PurgeReport): PurgeReport {
  return { receiptsErased: rounded(receiptsErased), responsesDeleted: rounded(responsesDeleted) }
}

/** A purge in one sentence, for the operator. */
export function purgeSentence({ receiptsErased, responsesDeleted }: PurgeReport): string {
  return `Erased ${receiptsErased} receipts and deleted ${responsesDeleted} responses.`
}

/** What a purge would do in one sentence, for the operator. */
export function dueSentence({ receiptsErased, responsesDeleted }: PurgeReport): string {
  return `Would erase ${receiptsErased} receipts and delete ${responsesDeleted} responses. Nothing was erased.`
}
