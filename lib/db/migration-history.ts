import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { HistoryDiagnostic, MigrationList } from '@prisma/schema-engine-wasm'
import { SettingError } from '@/lib/errors'
import { everything, type SchemaEngine } from './schema-engine'

/**
 * Throws SettingError, in a sentence, when the tables of a database were not made by these migrations or a part
 * of them. An empty database passes.
 */
export async function refuseForeignHistory(
  connection: SqlDriverAdapter,
  engine: SchemaEngine,
  migrations: MigrationList,
  file: string,
): Promise<void> {
  const tables = await tableNames(connection)
  if (tables.length === 0) return
  // The engine's diagnosis throws where this table is missing.
  if (!tables.includes('_prisma_migrations')) {
    throw new SettingError(`${file} is another program's database: set DATABASE_URL to a file of its own.`)
  }

  const { history, editedMigrationNames, failedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: migrations,
    optInToShadowDatabase: false,
    filters: everything,
  })
  const unknown = unknownNames(history)
  if (unknown.length > 0) {
    throw new SettingError(
      `${file} was made by a newer version of the program (it has ${unknown.join(', ')}): start that version, or set DATABASE_URL to another file.`,
    )
  }
  if (editedMigrationNames.length > 0) {
    throw new SettingError(
      `${editedMigrationNames.join(', ')} was changed after it was applied to ${file}: restore the migration, and put the change into a new one.`,
    )
  }
  if (failedMigrationNames.length > 0) {
    throw new SettingError(
      `${failedMigrationNames.join(', ')} was left half-applied in ${file}: restore a backup of the file, or repair it with \`prisma migrate resolve\`.`,
    )
  }
}

async function tableNames(connection: SqlDriverAdapter): Promise<readonly unknown[]> {
  const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
  const { rows } = await connection.queryRaw({ sql, args: [], argTypes: [] })
  return rows.map(([name]) => name)
}

function unknownNames(history: HistoryDiagnostic | null): readonly string[] {
  return history === null || history.diagnostic === 'databaseIsBehind'
    ? []
    : history.unpersistedMigrationNames
}
