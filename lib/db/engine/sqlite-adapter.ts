import { setTimeout as wait } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { databaseAddress } from './address'
import { databaseErrorFrom } from './failures'
import { isolateTransactions } from './isolate-transactions'
import { keepStatements } from './keep-statements'

/** How long a connection waits for another one's lock before it fails, in milliseconds. */
export const busyTimeoutMs = 5000

const retryPauseMs = 20

/** Settings of every connection. SQLite keeps WAL in the file, and forgets the others with the connection. */
const connectionPragmas = [
  `PRAGMA busy_timeout = ${busyTimeoutMs}`,
  // Of a new file only. A response takes some 1,300 bytes: in pages of the usual 4,096 each would spill over into a second
  // page of its own, and the file be three times as large.
  'PRAGMA page_size = 8192',
  'PRAGMA journal_mode = WAL',
  // WAL's usual NORMAL may lose the last commits in a power cut: what was acknowledged must stay.
  'PRAGMA synchronous = FULL',
  'PRAGMA foreign_keys = ON',
  // What is deleted is overwritten: a response that was taken back is not to be found in the file.
  'PRAGMA secure_delete = ON',
].join(';')

interface ConnectionOptions {
  /** Whether a missing file is made. Only migrations do: a wrong path must not become an empty database. */
  readonly create: boolean
}

/** One connection to a SQLite file, or to `:memory:`, with the project's settings. Throws the driver's own errors. */
export async function connectSqlite(file: string, { create }: ConnectionOptions): Promise<SqlDriverAdapter> {
  const factory = new PrismaBetterSqlite3({
    url: `file:${file}`,
    fileMustExist: !create,
    timeout: busyTimeoutMs,
  })
  const connection = keepStatements(await factory.connect())
  try {
    await prepare(connection, file)
    return connection
  } catch (error) {
    await connection.dispose()
    throw error
  }
}

/**
 * Sets the pragmas. SQLite does not wait for others while it turns a new file into a WAL one: where two processes
 * make the same file, one is refused at once and has to try again itself.
 */
async function prepare(connection: SqlDriverAdapter, file: string): Promise<void> {
  const deadline = performance.now() + busyTimeoutMs
  for (;;) {
    try {
      return await connection.executeScript(connectionPragmas)
    } catch (error) {
      const isLocked = databaseErrorFrom(error, databaseAddress(`file:${file}`))?.failure === 'locked'
      if (!isLocked || performance.now() >= deadline) throw error
    }
    await wait(retryPauseMs)
  }
}

/** What the Prisma client opens its connection with. */
export function sqliteAdapter(file: string): SqlDriverAdapterFactory {
  return {
    provider: 'sqlite',
    adapterName: '@prisma/adapter-better-sqlite3',
    connect: async () => isolateTransactions(await connectSqlite(file, { create: false })),
  }
}
