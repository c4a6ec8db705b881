import { inject, onTestFinished } from 'vitest'
import type { DatabaseKind } from '@/lib/db/engine/address'
import {
  createDatabaseFolder,
  createDatabaseName,
  createTestDatabase,
  openOtherProgram,
  takePostgresqlDatabase,
  type OtherProgram,
  type TestDatabase,
} from '@/tests/support/test-database'

// The tests beside this file run twice, in the projects `sqlite` and `postgresql`.
const postgresql = inject('postgresql')

/** The kind of database that this run is about. */
export const kind: DatabaseKind = postgresql === undefined ? 'sqlite' : 'postgresql'

/** A migrated database without rows. Call `remove` after the tests. */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  return postgresql === undefined ? createTestDatabase() : takePostgresqlDatabase(postgresql)
}

/** A migrated database without rows, removed after the test. */
export async function freshDatabase(): Promise<TestDatabase> {
  const database = await createMigratedDatabase()
  onTestFinished(database.remove)
  return database
}

/** The address of a database that is not there yet, removed after the test. */
export async function missingDatabase(): Promise<TestDatabase> {
  const database = await (postgresql === undefined
    ? createDatabaseFolder()
    : createDatabaseName(postgresql.serverUrl))
  onTestFinished(database.remove)
  return database
}

/** Another program's connection to the database: reads and writes past Prisma. */
export async function otherProgram({ url }: TestDatabase): Promise<OtherProgram> {
  const program = await openOtherProgram(url)
  // Before the database is removed: what is registered last runs first.
  onTestFinished(program.close)
  return program
}
