import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '@/lib/db/client'
import { migrate } from '@/lib/db/migration-runner'

export interface TestDatabase extends Database {
  readonly url: string
  readonly file: string
  /** A folder of its own, for what a test puts beside the database. */
  readonly folder: string
  /** Closes the database and deletes the folder. */
  remove: () => Promise<void>
}

/** A folder and the address of a database in it that is not there yet. */
export async function createDatabaseFolder(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'miroir-'))
  const file = join(folder, 'test.db')
  const url = `file:${file}`
  const database = openDatabase(url)
  const remove = async (): Promise<void> => {
    await database.close()
    await rm(folder, { recursive: true })
  }
  return { ...database, url, file, folder, remove }
}

/** A fresh database with the project's tables and no rows, in a real file. Call `remove` after the test. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await createDatabaseFolder()
  await migrate(database.url)
  return database
}
