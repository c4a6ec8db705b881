import { fileURLToPath } from 'node:url'
import type { DatabaseKind } from './address'

// Beside the code, wherever the program is started from. Only start-up code and scripts read these.
const prismaFolder = new URL('../../../prisma/', import.meta.url)
const inPrismaFolder = (path: string): string => fileURLToPath(new URL(path, prismaFolder))

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
