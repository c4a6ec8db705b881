import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { databaseAddress, type DatabaseAddress } from '@/lib/db/engine/address'
import { databaseErrorFrom } from '@/lib/db/engine/failures'
import { readMigrations } from './files'
import { refuseForeignHistory } from './history'
import { everything, loadSchemaEngine, withSchemaEngine } from './schema-engine'
import { migrateSqlite } from './sqlite-migration'

export interface MigrationReport {
  /** What messages call the database. */
  readonly database: string
  /** Names of the migrations that were applied now, oldest first; empty when the database was up to date. */
  readonly applied: readonly string[]
}

/**
 * Brings the database at a URL up to date. A SQLite file and its folder are made where they are missing. All pending
 * migrations are applied, or none; of several processes, one applies them and the others wait, for up to a minute.
 * Keeps `_prisma_migrations` as `prisma migrate deploy` does.
 *
 * Throws SettingError when the database cannot be this version's (newer, edited, half-migrated or another
 * program's) or its folder cannot be made, DatabaseError when it cannot be reached, used or had alone.
 */
export async function migrate(databaseUrl: string, given?: MigrationList): Promise<MigrationReport> {
  const address = databaseAddress(databaseUrl)
  const migrations = given ?? (await readMigrations(address.kind))
  await loadSchemaEngine()
  try {
    const applied = await alone(address, async (connection) => applyPending(connection, migrations, address))
    return { database: address.name, applied }
  } catch (error) {
    throw databaseErrorFrom(error, address) ?? error
  }
}

type Work<Result> = (connection: SqlDriverAdapter) => Promise<Result>

/** Runs `work` in one transaction, under a lock that falls with the process that holds it. */
async function alone<Result>(address: DatabaseAddress, work: Work<Result>): Promise<Result> {
  if (address.kind === 'sqlite') return migrateSqlite(address.file, work)
  const { migratePostgresql } = await import('./postgresql-migration')
  return migratePostgresql(address.url, work)
}

async function applyPending(
  connection: SqlDriverAdapter,
  migrations: MigrationList,
  address: DatabaseAddress,
): Promise<readonly string[]> {
  return withSchemaEngine(connection, async (engine) => {
    await refuseForeignHistory(connection, engine, migrations, address)
    const applied = await engine.applyMigrations({ migrationsList: migrations, filters: everything })
    return applied.appliedMigrationNames
  })
}
