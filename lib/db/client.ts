// No `server-only` here: the server's start and the scripts run in plain Node, where that package throws. The
// files of lib/db that pages import have it (figures.ts), and pages reach this one through them.
import { statSync } from 'node:fs'
import { readSettings } from '@/lib/env'
import { databaseError, databaseErrorFrom } from './failures'
import { PrismaClient } from './generated/client'
import { sqliteAdapter } from './sqlite-adapter'

/** The way to a database. There is no other: what fails on it fails as a DatabaseError. */
export interface Database {
  /**
   * Runs queries. Throws DatabaseError where the database could not answer; what `work` throws otherwise, and
   * what Prisma says about the query itself (a constraint, say), passes through.
   */
  run: <Result>(work: (client: PrismaClient) => Promise<Result>) => Promise<Result>
  /** Closes the file. The next `run` opens it again. */
  close: () => Promise<void>
}

interface OpenFile {
  readonly client: PrismaClient
  /** Which file the client holds: a file that was replaced or deleted would go on taking writes, and lose them. */
  readonly identity: string
}

// One client per file and process, kept outside the module: Next's dev reload and the server around Next load
// this module again. Only clients are shared, so that each copy throws its own DatabaseError.
const shared = globalThis as typeof globalThis & { miroirDatabases?: Map<string, OpenFile> }
const openFiles = (shared.miroirDatabases ??= new Map<string, OpenFile>())

function identify(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

async function close(file: string): Promise<void> {
  const open = openFiles.get(file)
  openFiles.delete(file)
  await open?.client.$disconnect()
}

async function clientOf(file: string): Promise<PrismaClient> {
  const identity = identify(file)
  const open = openFiles.get(file)
  if (open !== undefined && open.identity === identity) return open.client

  // No `await` before the map is right again: another request may be asking at the same time.
  openFiles.delete(file)
  // `minimal`: Prisma's other formats repeat the query's arguments, which may be someone's answers.
  const client = new PrismaClient({ adapter: sqliteAdapter(file), errorFormat: 'minimal' })
  if (identity !== null) openFiles.set(file, { client, identity })
  await open?.client.$disconnect()
  if (identity === null) throw databaseError('missing', file)
  return client
}

function databaseAt(findFile: () => string): Database {
  return {
    run: async (work) => {
      const file = findFile()
      const client = await clientOf(file)
      try {
        return await work(client)
      } catch (error) {
        throw databaseErrorFrom(error, file) ?? error
      }
    },
    close: async () => close(findFile()),
  }
}

/** The path in a `file:` URL, as `readSettings` gives it. */
export function databaseFile(url: string): string {
  return url.slice('file:'.length)
}

/**
 * The database at a `file:` URL with an absolute path. Nothing is opened before the first `run`, and a file that
 * is missing then may appear later.
 */
export function openDatabase(url: string): Database {
  return databaseAt(() => databaseFile(url))
}

/** The database that the settings name. Throws SettingError in `run` where they are bad. */
export const appDatabase: Database = databaseAt(() => databaseFile(readSettings().databaseUrl))
