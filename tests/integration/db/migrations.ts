import type { DatabaseKind } from '@/lib/db/engine/address'
import { readMigrations } from '@/lib/db/migrations/files'

type Migrations = Awaited<ReturnType<typeof readMigrations>>

export const projectMigrations: Readonly<Record<DatabaseKind, Migrations>> = {
  sqlite: await readMigrations('sqlite'),
  postgresql: await readMigrations('postgresql'),
}

export const nextName = '29990101000000_next'

/** The project's migrations and one of a later version. */
export function withNext(kind: DatabaseKind, sql: string): Migrations {
  const project = projectMigrations[kind]
  const next = {
    path: nextName,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }
  return { ...project, migrationDirectories: [...project.migrationDirectories, next] }
}
