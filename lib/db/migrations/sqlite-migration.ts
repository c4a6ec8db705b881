import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { SettingError } from '@/lib/errors'
import { giveToOwnerOfFolder } from '@/lib/give-to-owner'
import { migrationWaitMs } from './wait'
import { connectSqlite } from '@/lib/db/engine/sqlite-adapter'

/**
 * Runs `work` on a SQLite file that nobody else may write to, and keeps all that it did or nothing. Makes the file and
 * its folder where they are missing. Throws SettingError where it cannot, and the driver's own errors.
 */
export async function migrateSqlite<Result>(
  file: string,
  work: (connection: SqlDriverAdapter) => Promise<Result>,
): Promise<Result> {
  makeFolder(dirname(file))
  makeFile(file)
  const connection = await connectSqlite(file, { create: true })
  try {
    // SQLite's own write lock makes a second process wait here until the first is done, and falls with the
    // process that held it. Rebuilding a table needs foreign keys off, and inside a transaction that is too late.
    await connection.executeScript(
      `PRAGMA busy_timeout = ${migrationWaitMs}; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE`,
    )
    const result = await work(connection)
    const orphans = await connection.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] })
    if (orphans.rows.length > 0)
      throw new Error(`The migrations leave rows in ${file} without what they refer to.`)
    // Without this, by an error or a crash, closing the connection undoes everything.
    await connection.executeScript('COMMIT')
    return result
  } finally {
    await connection.dispose()
  }
}

/** Makes an empty file, which is an empty database, unless there is one. Where it cannot, SQLite says why. */
function makeFile(file: string): void {
  if (existsSync(file)) return
  try {
    closeSync(openSync(file, 'a', 0o600))
  } catch {
    return
  }
  giveToOwnerOfFolder(file)
}

function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  try {
    mkdirSync(folder, { recursive: true })
  } catch (cause) {
    throw new SettingError(
      `The folder ${folder} for the database cannot be made: set DATABASE_URL or MIROIR_DATA_DIR to a place where it can.`,
      { cause },
    )
  }
}
