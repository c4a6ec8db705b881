import type { DatabaseAddress } from './address'
import { databaseError, databaseErrorFrom } from './failures'
import { connectSqlite } from './sqlite-adapter'

/**
 * Folds SQLite's write-ahead log into the database and cuts it to nothing: it holds what was deleted since it was last empty.
 * Waits for nobody, and fails as `locked` where another connection is reading or writing. Does nothing on PostgreSQL, whose
 * log is the operator's. Throws DatabaseError.
 */
export async function emptyLog(address: DatabaseAddress): Promise<void> {
  if (address.kind !== 'sqlite') return
  try {
    // A connection of its own: on the one that requests share, not to wait would hold for all of them.
    const connection = await connectSqlite(address.file, { create: false })
    try {
      await connection.executeScript('PRAGMA busy_timeout = 0')
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
