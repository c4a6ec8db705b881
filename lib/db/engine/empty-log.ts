import type { DatabaseAddress } from './address'
import { databaseError, databaseErrorFrom } from './failures'
import { connectSqlite } from './sqlite-adapter'

/**
 * Folds SQLite's write-ahead log into the database and cuts it to nothing: it holds what was deleted since it was last empty.
 * Where others are reading or writing, waits for `waitMs` milliseconds, and the whole process with it, then fails as `locked`.
 * Does nothing on PostgreSQL, whose log is the operator's. Throws DatabaseError.
 */
export async function emptyLog(address: DatabaseAddress, waitMs: number): Promise<void> {
  if (address.kind !== 'sqlite') return
  try {
    // A connection of its own: on the one that requests share, how long to wait would hold for all of them.
    const connection = await connectSqlite(address.file, { create: false })
    try {
      await connection.executeScript(`PRAGMA busy_timeout = ${waitMs}`)
      const sql = 'PRAGMA wal_checkpoint(TRUNCATE)'
      const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
      // The first of three columns: 1 where it was kept from it. That is no error of SQLite's.
      if (Number(rows[0]?.[0]) !== 0) throw databaseError('locked', address)
    } finally {
      await connection.dispose()
    }
  } catch (error) {
    throw databaseErrorFrom(error, address) ?? error
  }
}
