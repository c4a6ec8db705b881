import type { SqlDriverAdapter, SqlQuery } from '@prisma/driver-adapter-utils'

/**
 * Keeps queries that belong to no transaction out of the one in progress. Changes and returns `connection`.
 *
 * The SQLite adapter has one connection for everyone, and only makes transactions wait for each other. A query
 * of another request, sent while a transaction awaits something, would run inside it: it would see rows that
 * may never exist, and an acknowledged write would vanish with that transaction's rollback.
 *
 * Inside a transaction, use its own client: a query of the outer one waits for the transaction to end.
 */
export function isolateTransactions(connection: SqlDriverAdapter): SqlDriverAdapter {
  const executeScript = connection.executeScript.bind(connection)
  const startTransaction = connection.startTransaction.bind(connection)
  // The adapter throws before it returns a promise: what it throws must not take the place of why the COMMIT failed.
  const rollBackQuietly = async (): Promise<void> => {
    try {
      await executeScript('ROLLBACK')
    } catch {
      // SQLite has rolled back already.
    }
  }
  const transactions: { inProgress: Promise<void> | null } = { inProgress: null }

  const alone =
    <Input, Output>(run: (input: Input) => Promise<Output>) =>
    async (input: Input): Promise<Output> => {
      while (transactions.inProgress !== null) await transactions.inProgress
      return run(input)
    }

  const start: SqlDriverAdapter['startTransaction'] = async (isolationLevel) => {
    while (transactions.inProgress !== null) await transactions.inProgress
    let end = (): void => undefined
    transactions.inProgress = new Promise((resolve) => {
      end = () => {
        transactions.inProgress = null
        resolve()
      }
    })
    try {
      const transaction = await startTransaction(isolationLevel)
      const executeRaw = transaction.executeRaw.bind(transaction)
      const commit = transaction.commit.bind(transaction)
      const rollback = transaction.rollback.bind(transaction)
      return Object.assign(transaction, {
        // Prisma gives up on a transaction whose COMMIT failed, but SQLite may keep it open. Where SQLite has
        // rolled back already, it says "no transaction is active".
        executeRaw: async (query: SqlQuery) => {
          try {
            return await executeRaw(query)
          } catch (error) {
            if (query.sql === 'COMMIT') await rollBackQuietly()
            throw error
          }
        },
        commit: async () => commit().finally(end),
        rollback: async () => rollback().finally(end),
      })
    } catch (error) {
      end()
      throw error
    }
  }

  return Object.assign(connection, {
    queryRaw: alone(connection.queryRaw.bind(connection)),
    executeRaw: alone(connection.executeRaw.bind(connection)),
    executeScript: alone(executeScript),
    startTransaction: start,
  })
}
