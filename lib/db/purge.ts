import { firstKeptWeeks, type RetentionPeriods } from '@/lib/contribution/retention'
import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import { secureRandom } from '@/lib/keys/secure-random'
import type { Database } from '@/lib/db/engine/client'
import type { PrismaClient } from './generated/sqlite/client'
import { deleteResponses } from './editions'
import { noteDeletion } from './rewrite'

export interface PurgeReport {
  /** Receipts that no longer stand for a response. */
  readonly receiptsErased: number
  readonly responsesDeleted: number
}

/**
 * Erases what has been kept for long enough at the moment `now`: the hashes of receipts, and whole responses. Doing it
 * again finds nothing more. Copies in the files are for `rewriteDatabase`. Throws DatabaseError.
 */
export async function purge(database: Database, now: Date, periods: RetentionPeriods): Promise<PurgeReport> {
  const firstKept = firstKeptWeeks(now, periods)
  const deletion = { today: now.toISOString().slice(0, 10), isWithdrawal: false }
  return database.run(async (client) => {
    let responsesDeleted = 0
    for (const { id } of await client.wave.findMany({ select: { id: true } })) {
      const where = { waveId: id, week: { lt: firstKept.responses } }
      responsesDeleted += await client.$transaction(
        async (transaction) => deleteResponses(transaction, where, deletion),
        patience,
      )
    }
    return { receiptsErased: await eraseReceipts(client, firstKept.receipts), responsesDeleted }
  })
}

const patience = { maxWait: 15_000, timeout: 60_000 }

/** Erases the receipts of weeks before this one. */
async function eraseReceipts(client: PrismaClient, firstKeptWeek: string): Promise<number> {
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.response.updateMany({
      // Any hash, asked for like this: databases then go through those that are left, and not through all that is old, for which
      // everybody would have to wait.
      where: { week: { lt: firstKeptWeek }, receiptHash: { gt: '' } },
      data: { receiptHash: null },
    })
    if (count > 0) await noteDeletion(transaction)
    return count
  }, patience)
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
