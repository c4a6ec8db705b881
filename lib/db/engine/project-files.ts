import { existsSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseKind } from './address'

/** The project's folder, from wherever in it the code runs: as it was written, or out of a bundle. */
function projectFolder(from = import.meta.dirname): string {
  return existsSync(path.join(from, 'package.json')) ? from : projectFolder(path.dirname(from))
}

// Wherever the program is started from. Only start-up code and scripts read these.
const inPrismaFolder = (name: string): string => path.join(projectFolder(), 'prisma', name)

/** SQLite's is written by hand, and PostgreSQL's generated from it (postgresql-schema.ts). */
export const schemaFiles: Readonly<Record<DatabaseKind, string>> = {
  sqlite: inPrismaFolder('schema.prisma'),
  postgresql: inPrismaFolder('postgresql.prisma'),
}

/** One folder of migrations per kind of database: SQL is written for one. */
export const migrationsFolders: Readonly<Record<DatabaseKind, string>> = {
  sqlite: inPrismaFolder('migrations/sqlite'),
  postgresql: inPrismaFolder('migrations/postgresql'),
}

/** The project's copy of what was published, one folder per wave. */
export const dataFolder = inPrismaFolder('data')
