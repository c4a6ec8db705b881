import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { HistoryDiagnostic, MigrationList } from '@prisma/schema-engine-wasm'
import { SettingError } from '@/lib/errors'
import type { DatabaseAddress } from '@/lib/db/engine/address'
import { listTableNames } from '@/lib/db/engine/raw-connection'
import { everything, type SchemaEngine } from './schema-engine'

/**
 * Throws SettingError, in a sentence, when the tables of a database were not made by these migrations or a part
 * of them. An empty database passes.
 */
export async function refuseForeignHistory(
  connection: SqlDriverAdapter,
  engine: SchemaEngine,
  migrations: MigrationList,
  { kind, name }: DatabaseAddress,
): Promise<void> {
  const query = async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows
  const tables = await listTableNames({ query }, kind)
  if (tables.length === 0) return
  // The engine's diagnosis throws where this table is missing.
  if (!tables.includes('_prisma_migrations')) {
    throw new SettingError(
      `${name} is another program's database: set DATABASE_URL to one of this program's own.`,
    )
  }

  const { history, editedMigrationNames, failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: migrations,
    optInToShadowDatabase: false,
    filters: everything,
  })
  const unknown = unknownNames(history)
  if (unknown.length > 0) {
    throw new SettingError(
      `${name} was made by a newer version of the program (it has ${unknown.join(', ')}): start that version, or set DATABASE_URL to another database.`,
    )
  }
  if (editedMigrationNames.length > 0) {
    throw new SettingError(
      `${editedMigrationNames.join(', ')} was changed after it was applied to ${name}: restore the migration, and put the change into a new one.`,
    )
  }
  if (failedMigrationNames.length > 0) {
    throw new SettingError(
      `${failedMigrationNames.join(', ')} was left half-applied in ${name}: restore a backup, or repair it with \`prisma migrate resolve\`.`,
    )
  }
}

function unknownNames(history: HistoryDiagnostic | null): readonly string[] {
  return history === null || history.diagnostic === 'databaseIsBehind'
    ? []
    : history.unpersistedMigrationNames
}
