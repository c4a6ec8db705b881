import { firstKeptWeeks, type RetentionPeriods } from '@/lib/contribution/retention'
import type { Database } from '@/lib/db/engine/client'
import { deleteResponses } from './editions'

export interface PurgeReport {
  /** Receipts that no longer stand for a response. */
  readonly receiptsErased: number
  readonly responsesDeleted: number
}

/**
 * Erases what has been kept for long enough at the moment `now`: the hashes of receipts, and whole responses. Doing it
 * again finds nothing more. Throws DatabaseError.
 */
export async function purge(database: Database, now: Date, periods: RetentionPeriods): Promise<PurgeReport> {
  const firstKept = firstKeptWeeks(now, periods)
  const deletion = { today: now.toISOString().slice(0, 10), isWithdrawal: false }
  return database.run(async (client, kind) => {
    let responsesDeleted = 0
    for (const { id } of await client.wave.findMany({ select: { id: true } })) {
      const where = { waveId: id, week: { lt: firstKept.responses } }
      responsesDeleted += await client.$transaction(
        async (transaction) => deleteResponses(transaction, where, deletion),
        { maxWait: 15_000, timeout: 60_000 },
      )
    }
    const { count: receiptsErased } = await client.response.updateMany({
      // Any hash, asked for like this: databases then go through those that are left, and not through all that is old, for which
      // everybody would have to wait.
      where: { week: { lt: firstKept.receipts }, receiptHash: { gt: '' } },
      data: { receiptHash: null },
    })
    await client.$queryRawUnsafe(wipe[kind])
    return { receiptsErased, responsesDeleted }
  })
}

/**
 * Wipes what was deleted from the disk too: SQLite's write-ahead log still has it, and so have PostgreSQL's pages. What is
 * being read by others stays for the next time.
 */
const wipe = {
  sqlite: 'PRAGMA wal_checkpoint(TRUNCATE)',
  postgresql: 'VACUUM "response"',
} as const

/** A purge in one sentence, for the operator. */
export function purgeSentence({ receiptsErased, responsesDeleted }: PurgeReport): string {
  return `Erased ${receiptsErased} receipts and deleted ${responsesDeleted} responses.`
}
