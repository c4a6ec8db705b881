import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { SettingError } from '@/lib/errors'
import { databaseFile } from './client'
import { databaseErrorFrom } from './failures'
import { readMigrations } from './migration-files'
import { refuseForeignHistory } from './migration-history'
import { everything, withSchemaEngine } from './schema-engine'
import { connectSqlite } from './sqlite-adapter'

export interface MigrationReport {
  readonly file: string
  /** Names of the migrations that were applied now, oldest first; empty when the database was up to date. */
  readonly applied: readonly string[]
}

/**
 * Brings the database at a `file:` URL up to date, and makes its folder and file where they are missing.
 * All pending migrations are applied, or none. Keeps `_prisma_migrations` as `prisma migrate deploy` does.
 *
 * Throws SettingError when the database cannot be this version's (newer, edited, half-migrated or another
 * program's) or its folder cannot be made, DatabaseError when the file is locked for more than 5 s or unreadable.
 */
export async function migrate(databaseUrl: string, given?: MigrationList): Promise<MigrationReport> {
  const file = databaseFile(databaseUrl)
  const migrations = given ?? (await readMigrations())
  makeFolder(dirname(file))
  try {
    const connection = await connectSqlite(file, { create: true })
    try {
      return { file, applied: await applyPending(connection, migrations, file) }
    } finally {
      await connection.dispose()
    }
  } catch (error) {
    throw databaseErrorFrom(error, file) ?? error
  }
}

async function applyPending(
  connection: SqlDriverAdapter,
  migrations: MigrationList,
  file: string,
): Promise<readonly string[]> {
  return withSchemaEngine(connection, async (engine) => {
    // SQLite's own write lock makes a second process wait here until the first is done, and falls with the
    // process that held it. Rebuilding a table needs foreign keys off, and inside a transaction that is too late.
    await connection.executeScript('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE')
    await refuseForeignHistory(connection, engine, migrations, file)
    const applied = await engine.applyMigrations({ migrationsList: migrations, filters: everything })
    const orphans = await connection.queryRaw({ sql: 'PRAGMA foreign_key_check', args: [], argTypes: [] })
    if (orphans.rows.length > 0)
      throw new Error(`The migrations leave rows in ${file} without what they refer to.`)
    // Without this, by an error or a crash, closing the connection undoes everything.
    await connection.executeScript('COMMIT')
    return applied.appliedMigrationNames
  })
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
