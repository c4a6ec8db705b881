import { fileURLToPath } from 'node:url'

// Beside the code, wherever the program is started from. Only start-up code and scripts read these.
const prismaFolder = new URL('../../prisma/', import.meta.url)

export const schemaFile = fileURLToPath(new URL('schema.prisma', prismaFolder))

/** One folder of migrations per kind of database: Prisma's SQL is written for one. */
export const migrationsFolder = fileURLToPath(new URL('migrations/sqlite', prismaFolder))

/** The project's copy of what was published, one folder per wave. */
export const dataFolder = fileURLToPath(new URL('data', prismaFolder))
