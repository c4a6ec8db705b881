import type { Database } from './client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'

/** Everything as it stood at one moment: for queries only. */
export type Reading = Prisma.TransactionClient

/** What gives one snapshot for all queries of a transaction. PostgreSQL's default gives each query its own. */
const isolationLevels = { sqlite: 'Serializable', postgresql: 'RepeatableRead' } as const

/**
 * Reads everything as it stood at one moment, whatever is written meanwhile. For up to `timeoutMs` milliseconds, ten
 * minutes by default: a reading that takes longer than a page may belongs on a `dedicated` database.
 * Throws DatabaseError: `locked` also where the time was not enough.
 */
export async function readConsistently<Result>(
  database: Database,
  read: (transaction: Reading) => Promise<Result>,
  timeoutMs = 600_000,
): Promise<Result> {
  return database.run(async (client, kind) =>
    client.$transaction(read, {
      // SQLite's client knows its own level only.
      isolationLevel: isolationLevels[kind] as 'Serializable',
      timeout: timeoutMs,
      maxWait: 5000,
    }),
  )
}
