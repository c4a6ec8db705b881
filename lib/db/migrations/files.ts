import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import type { DatabaseKind } from '@/lib/db/engine/address'
import { migrationsFolders } from '@/lib/db/engine/project-files'

/** The names of the project's migrations for a kind of database, oldest first. */
export function migrationNames(kind: DatabaseKind): readonly string[] {
  return readdirSync(migrationsFolders[kind], { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

/** The project's migrations for a kind of database, oldest first, as the schema engine takes them. */
export async function readMigrations(kind: DatabaseKind): Promise<MigrationList> {
  const folder = migrationsFolders[kind]
  const sqlFile = 'migration.sql'
  const lockFile = 'migration_lock.toml'
  return {
    baseDir: folder,
    lockfile: { path: lockFile, content: await readFile(join(folder, lockFile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      migrationNames(kind).map(async (name) => ({
        path: name,
        migrationFile: {
          path: sqlFile,
          content: { tag: 'ok' as const, value: await readFile(join(folder, name, sqlFile), 'utf8') },
        },
      })),
    ),
  }
}
