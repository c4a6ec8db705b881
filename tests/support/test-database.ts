import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAddress } from '@/lib/db/engine/address'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { alone, postgresqlAdapter } from '@/lib/db/engine/postgresql-adapter'
import { connectSqlite } from '@/lib/db/engine/sqlite-adapter'
import type { ProvidedPostgresql } from './postgresql-for-tests'
import { giveBackDatabase, takeDatabase } from './postgresql-pool'
import { templateDatabase } from './template-database'
import { createDatabase, dropDatabase, newDatabaseUrl } from './test-server'

export interface TestDatabase extends Database {
  readonly url: string
  /** A folder of its own, for what a test puts beside the database. */
  readonly folder: string
  /** Makes room for a database that is not there yet: `migrate` makes a file, and never a database on a server. */
  makeRoom: () => Promise<void>
  /** Takes the database away, as somebody else would. */
  vanish: () => Promise<void>
  /** Closes the database, and deletes it with its folder. */
  remove: () => Promise<void>
}

export interface TestFile extends TestDatabase {
  readonly file: string
}

/** A folder and the address of a SQLite file in it that is not there yet. */
export async function createDatabaseFolder(): Promise<TestFile> {
  const folder = await mkdtemp(join(tmpdir(), 'miroir-'))
  const file = join(folder, 'test.db')
  const url = `file:${file}`
  const database = openDatabase(url)
  return {
    ...database,
    url,
    file,
    folder,
    makeRoom: () => Promise.resolve(),
    vanish: async () => rm(file),
    remove: async () => {
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}

/** A fresh SQLite database with the project's tables and no rows, in a real file. Call `remove` after the test. */
export async function createTestDatabase(): Promise<TestFile> {
  const database = await createDatabaseFolder()
  await copyFile(await templateDatabase('migrated'), database.file)
  return database
}

async function databaseOnServer(
  serverUrl: string,
  url: string,
  putAway: (url: string) => Promise<void> | void,
): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'miroir-'))
  const database = openDatabase(url)
  return {
    ...database,
    url,
    folder,
    makeRoom: async () => createDatabase(serverUrl, url),
    vanish: async () => dropDatabase(serverUrl, url),
    remove: async () => {
      await database.close()
      await putAway(url)
      await rm(folder, { recursive: true })
    },
  }
}

/** The address of a database on a PostgreSQL server that is not there yet, and a folder. */
export async function createDatabaseName(serverUrl: string): Promise<TestDatabase> {
  return databaseOnServer(serverUrl, newDatabaseUrl(serverUrl), async (url) => dropDatabase(serverUrl, url))
}

/** A database on a PostgreSQL server as the template has it, and a folder. */
export async function takePostgresqlDatabase({
  serverUrl,
  template,
}: ProvidedPostgresql): Promise<TestDatabase> {
  return databaseOnServer(serverUrl, await takeDatabase(serverUrl, template), giveBackDatabase)
}

/** Another program's connection to a database: reads and writes past Prisma, and one query after the other. */
export interface OtherProgram {
  readonly execute: (sql: string) => Promise<void>
  readonly query: (sql: string) => Promise<unknown[][]>
  readonly close: () => Promise<void>
}

/** Opens a database as another program would. A SQLite file is made where it is missing. */
export async function openOtherProgram(url: string): Promise<OtherProgram> {
  const address = databaseAddress(url)
  const connection =
    address.kind === 'sqlite'
      ? await connectSqlite(address.file, { create: true })
      : await postgresqlAdapter(url, alone).connect()
  return {
    execute: async (sql) => connection.executeScript(sql),
    query: async (sql) => (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows,
    close: async () => connection.dispose(),
  }
}
