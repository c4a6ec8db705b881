import { firstKeptWeeks, type RetentionPeriods } from '@/lib/contribution/retention'
import type { Database } from '@/lib/db/engine/client'
import type { PrismaClient } from './generated/sqlite/client'
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
  return database.run(async (client) => {
    let responsesDeleted = 0
    for (const { id } of await client.wave.findMany({ select: { id: true } })) {
      responsesDeleted += await deleteResponses(client, id, firstKept.responses)
    }
    return { receiptsErased: await eraseReceipts(client, firstKept.receipts), responsesDeleted }
  })
}

const patience = { maxWait: 15_000, timeout: 60_000 }

/** Deletes a wave's responses of weeks before this one, and counts them as removed with the same stroke. */
async function deleteResponses(client: PrismaClient, waveId: string, firstKeptWeek: string): Promise<number> {
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.response.deleteMany({
      where: { waveId, week: { lt: firstKeptWeek } },
    })
    if (count > 0) {
      await transaction.participation.update({
        where: { waveId },
        data: { removalCount: { increment: count } },
        select: { waveId: true },
      })
      await noteDeletion(transaction)
    }
    return count
  }, patience)
}

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

/** A purge in one sentence, for the operator. */
export function purgeSentence({ receiptsErased, responsesDeleted }: PurgeReport): string {
  return `Erased ${receiptsErased} receipts and deleted ${responsesDeleted} responses.`
}
