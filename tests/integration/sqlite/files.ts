import { onTestFinished } from 'vitest'
import {
  createDatabaseFolder,
  createTestDatabase,
  openOtherProgram,
  type OtherProgram,
  type TestFile,
} from '@/tests/support/test-database'

/** A migrated file without rows, removed after the test. */
export async function freshFile(): Promise<TestFile> {
  const database = await createTestDatabase()
  onTestFinished(database.remove)
  return database
}

/** The address of a file that is not there yet, removed after the test. */
export async function missingFile(): Promise<TestFile> {
  const database = await createDatabaseFolder()
  onTestFinished(database.remove)
  return database
}

/** Another program's connection to the file: reads and writes past Prisma. */
export async function otherProgram(file: string): Promise<OtherProgram> {
  const program = await openOtherProgram(`file:${file}`)
  onTestFinished(program.close)
  return program
}
