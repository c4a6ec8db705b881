import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import { migrationWaitMs } from './wait'
import { postgresqlAdapter, waitMs } from '@/lib/db/engine/postgresql-adapter'

/** The lock that `prisma migrate` takes: it and this program keep out of each other's way, too. */
const lock = 'SELECT pg_advisory_xact_lock(72707369)'

const query = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

/**
 * Runs `work` in one transaction on a PostgreSQL database that no other process migrates, and keeps all that it did or
 * nothing. Throws the driver's own errors.
 */
export async function migratePostgresql<Result>(
  url: string,
  work: (connection: SqlDriverAdapter) => Promise<Result>,
): Promise<Result> {
  const limits = { connections: 1, queryMs: 0, lockMs: migrationWaitMs }
  const pool = await postgresqlAdapter(url, limits).connect()
  try {
    const transaction = await pool.startTransaction()
    try {
      await transaction.executeRaw(query(lock))
      // Requests queue up behind a migration that waits for a table.
      await transaction.executeRaw(query(`SET LOCAL lock_timeout = ${waitMs}`))
      const result = await firstFailureOf(transaction, work)
      await transaction.executeRaw(query('COMMIT'))
      return result
    } catch (error) {
      await transaction.executeRaw(query('ROLLBACK')).catch(() => undefined)
      throw error
    } finally {
      // Whatever its name says, it sends nothing: it gives the connection back.
      await transaction.rollback()
    }
  } finally {
    await pool.dispose()
  }
}

/**
 * Runs `work` on the transaction as if it were a connection. Throws what failed first on it: PostgreSQL refuses every
 * query after that, and the engine, which writes down how a migration ended, would report the last refusal.
 */
async function firstFailureOf<Result>(
  transaction: Transaction,
  work: (connection: SqlDriverAdapter) => Promise<Result>,
): Promise<Result> {
  let first: { readonly error: unknown } | undefined
  const watched =
    <Output>(run: (given: SqlQuery) => Promise<Output>) =>
    async (given: SqlQuery): Promise<Output> => {
      try {
        return await run(given)
      } catch (error) {
        first ??= { error }
        throw error
      }
    }
  const executeRaw = watched(transaction.executeRaw.bind(transaction))
  const connection: SqlDriverAdapter = {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    queryRaw: watched(transaction.queryRaw.bind(transaction)),
    executeRaw,
    executeScript: async (script) => {
      await executeRaw(query(script))
    },
    startTransaction: () => Promise.reject(new Error('The migrations have their transaction already')),
    dispose: () => Promise.resolve(),
  }
  try {
    return await work(connection)
  } catch (error) {
    throw first === undefined ? error : first.error
  }
}
