import type { Database } from './engine/client'
import { migrationNames } from './migrations/files'

/** Whether a database answers, and has all migrations of this version. Throws DatabaseError where it does not answer. */
export async function isDatabaseUpToDate(database: Database): Promise<boolean> {
  return database.run(async (client, kind) => {
    const applied = await client.$queryRawUnsafe<{ readonly migration_name: string }[]>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    )
    const names = new Set(applied.map((row) => row.migration_name))
    return migrationNames(kind).every((name) => names.has(name))
  })
}
