import type { SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import { clean } from './postgresql-errors'

/**
 * Changes and returns `transaction`: it sends one query after the other, as the driver wants it, and its COMMIT fails
 * where nothing is stored. After a query that failed, PostgreSQL takes COMMIT for ROLLBACK and reports success: code
 * that went on after the failure would acknowledge what is lost.
 */
export function orderly(transaction: Transaction): Transaction {
  const executeRaw = clean(transaction.executeRaw.bind(transaction))
  const queryRaw = clean(transaction.queryRaw.bind(transaction))
  let hasFailed = false
  let last: Promise<unknown> = Promise.resolve()

  const inTurn =
    <Output>(run: (query: SqlQuery) => Promise<Output>) =>
    async (query: SqlQuery): Promise<Output> => {
      const result = last.then(async () => run(query))
      last = result.catch(() => {
        hasFailed = true
      })
      return result
    }

  const execute = async (query: SqlQuery): Promise<number> => {
    if (query.sql === 'COMMIT' && hasFailed) {
      await executeRaw({ ...query, sql: 'ROLLBACK' })
      throw new Error('A query of this transaction failed before, so that nothing of it was stored')
    }
    const count = await executeRaw(query)
    if (query.sql.startsWith('ROLLBACK TO ')) hasFailed = false
    return count
  }

  return Object.assign(transaction, { queryRaw: inTurn(queryRaw), executeRaw: inTurn(execute) })
}
