import { listTableNames, withRawConnection } from '@/lib/db/engine/raw-connection'
import type { DatabaseKind } from '@/lib/db/engine/address'
import { readMigrations } from './files'

/** Names of migrations, oldest first. */
export interface MigrationState {
  readonly applied: readonly string[]
  /** This version's that were not applied yet. */
  readonly pending: readonly string[]
  /** Those that were applied and that this version does not know: of a newer one. */
  readonly unknown: readonly string[]
}

/** Which of this version's migrations a list has, and which it does not know. */
export async function compareMigrations(
  kind: DatabaseKind,
  applied: readonly string[],
): Promise<MigrationState> {
  const own = (await readMigrations(kind)).migrationDirectories.map(({ path }) => path)
  return {
    applied,
    pending: own.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !own.includes(name)),
  }
}

/**
 * Which migrations a database has; null where it is empty. Of another program's database, none is applied and all its tables are
 * unknown. Changes nothing, and makes no file. Throws DatabaseError.
 */
export async function readMigrationState(url: string): Promise<MigrationState | null> {
  return withRawConnection(url, async (connection) => {
    const tables = await listTableNames(connection, connection.address.kind)
    if (tables.length === 0) return null
    if (!tables.includes('_prisma_migrations')) return { applied: [], pending: [], unknown: tables }
    const rows = await connection.query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
    )
    return compareMigrations(
      connection.address.kind,
      rows.map(([name]) => String(name)),
    )
  })
}
