import { onTestFinished } from 'vitest'
import { connectSqlite } from '@/lib/db/sqlite-adapter'
import { createDatabaseFolder, createTestDatabase, type TestDatabase } from '@/tests/support/test-database'

/** A migrated database without rows, removed after the test. */
export async function freshDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  onTestFinished(database.remove)
  return database
}

/** The address of a database that is not there yet, removed after the test. */
export async function missingDatabase(): Promise<TestDatabase> {
  const database = await createDatabaseFolder()
  onTestFinished(database.remove)
  return database
}

/** Another program's connection to the file: reads and writes past Prisma. */
export async function otherProgram(file: string) {
  const connection = await connectSqlite(file, { create: true })
  onTestFinished(async () => connection.dispose())
  return {
    execute: async (sql: string) => connection.executeScript(sql),
    query: async (sql: string) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows,
  }
}
