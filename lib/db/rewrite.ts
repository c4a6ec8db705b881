import { setTimeout as wait } from 'node:timers/promises'
import type { Prisma, PrismaClient } from '@/lib/db/generated/sqlite/client'
import { databaseAddress } from '@/lib/db/engine/address'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { emptyLog } from '@/lib/db/engine/empty-log'
import { databaseError } from '@/lib/db/engine/failures'

// A database leaves what was deleted where it was, or copies of it: SQLite in the free space of pages whose rows it once moved,
// PostgreSQL in every version of a row. Only writing the table anew removes it.

/** Notes, in the transaction that deletes, that the files have to be rewritten. */
export async function noteDeletion(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.rewrite.updateMany({ where: { state: { not: 'due' } }, data: { state: 'due' } })
}

/** Whether something was deleted since the files were last rewritten. Throws DatabaseError. */
export async function isRewriteDue(database: Database): Promise<boolean> {
  return database.run(async (client) => (await client.rewrite.count({ where: { state: 'none' } })) === 0)
}

/**
 * Rewrites the files of the database at a URL without what was deleted. Nobody can write meanwhile, and on PostgreSQL nobody can
 * read responses either; on SQLite it needs twice the file's size on its disk. What is deleted meanwhile stays due. Throws
 * DatabaseError: `locked` where others read or write for too long.
 */
export async function rewriteDatabase(url: string): Promise<void> {
  const database = openDatabase(url, { dedicated: true })
  const moveOn = async (from: readonly string[], state: string) =>
    database.run(async (client) =>
      client.rewrite.updateMany({ where: { state: { in: [...from] } }, data: { state } }),
    )
  try {
    await moveOn(['none', 'due'], 'begun')
    await database.run(async (client, kind) => {
      if (kind === 'postgresql') await waitForOlderReaders(client, url)
      await client.$executeRawUnsafe(statements[kind])
    })
    await emptyLog(databaseAddress(url), patienceMs)
    await moveOn(['begun'], 'none')
  } finally {
    await database.close()
  }
}

const statements = {
  sqlite: 'VACUUM',
  // ANALYZE, since the planner's counts are those of before.
  postgresql: 'VACUUM (FULL, ANALYZE) "response"',
} as const

/** How long others are waited for, and how often it is looked for them, in milliseconds. */
const patienceMs = 5000
const lookEachMs = 200

/** PostgreSQL keeps deleted rows that a transaction which began before could still see, whatever table it reads. */
async function waitForOlderReaders(client: PrismaClient, url: string): Promise<void> {
  const [moment] = await client.$queryRawUnsafe<{ now: string }[]>('SELECT clock_timestamp()::text AS now')
  const deadline = performance.now() + patienceMs
  for (;;) {
    const older = await client.$queryRawUnsafe<unknown[]>(olderReaders, moment?.now)
    if (older.length === 0) return
    if (performance.now() >= deadline) throw databaseError('locked', databaseAddress(url))
    await wait(lookEachMs)
  }
}

const olderReaders = `SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
    AND xact_start < $1::timestamptz`
