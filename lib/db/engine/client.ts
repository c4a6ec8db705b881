// No `server-only` here: the server's start and the scripts run in plain Node, where that package throws. The
// files of lib/db that pages import have it (figures.ts), and pages reach this one through them.
import { statSync } from 'node:fs'
import { readSettings } from '@/lib/env'
import { databaseAddress, type DatabaseAddress, type DatabaseKind } from './address'
import { databaseError, databaseErrorFrom } from './failures'
import type { PrismaClient } from '@/lib/db/generated/sqlite/client'
import { createClient } from './prisma-client'

/** The way to a database. There is no other: what fails on it fails as a DatabaseError. */
export interface Database {
  /**
   * Runs queries. Throws DatabaseError where the database could not answer; what `work` throws otherwise, and
   * what Prisma says about the query itself (a constraint, say), passes through.
   */
  run: <Result>(
    work: (client: PrismaClient, kind: DatabaseKind, address: DatabaseAddress) => Promise<Result>,
  ) => Promise<Result>
  /** Closes the file or the connections. The next `run` opens them again. */
  close: () => Promise<void>
}

interface OpenClient {
  readonly client: Promise<PrismaClient>
  /** Which file the client holds: a file that was replaced or deleted would go on taking writes, and lose them. */
  readonly identity: string
}

type OpenClients = Map<string, OpenClient>

// One client per URL and process, kept outside the module: Next's dev reload and the server around Next load
// this module again. Only clients are shared, so that each copy throws its own DatabaseError.
const global = globalThis as typeof globalThis & {
  miroirDatabases?: Set<OpenClients>
  miroirIsClosed?: boolean
}
const allClients = (global.miroirDatabases ??= new Set([new Map<string, OpenClient>()]))
const [sharedClients = new Map<string, OpenClient>()] = allClients

/** Null where a file is missing. A server's connections notice themselves that they have lost it. */
function identify(address: DatabaseAddress): string | null {
  if (address.kind === 'postgresql') return 'server'
  const found = statSync(address.file, { throwIfNoEntry: false })
  return found === undefined ? null : `${found.dev}:${found.ino}`
}

async function disconnect(open: OpenClient | undefined): Promise<void> {
  await (await open?.client)?.$disconnect()
}

async function clientOf(address: DatabaseAddress, clients: OpenClients): Promise<PrismaClient> {
  if (global.miroirIsClosed === true) throw databaseError('locked', address)
  const identity = identify(address)
  const open = clients.get(address.url)
  if (open !== undefined && open.identity === identity) return open.client

  // No `await` before the map is right again: another request may be asking at the same time.
  clients.delete(address.url)
  if (identity === null) {
    await disconnect(open)
    throw databaseError('missing', address)
  }
  const client = createClient(address, clients !== sharedClients)
  allClients.add(clients)
  clients.set(address.url, { client, identity })
  await disconnect(open)
  return client
}

function databaseAt(findUrl: () => string, clients: OpenClients): Database {
  return {
    run: async (work) => {
      const address = databaseAddress(findUrl())
      const client = await clientOf(address, clients)
      try {
        return await work(client, address.kind, address)
      } catch (error) {
        throw databaseErrorFrom(error, address) ?? error
      }
    },
    close: async () => {
      const url = findUrl()
      const open = clients.get(url)
      clients.delete(url)
      if (clients !== sharedClients) allClients.delete(clients)
      await disconnect(open)
    },
  }
}

interface DatabaseOptions {
  /**
   * A connection that is shared with nobody, for a long job: on SQLite its transaction would else keep every request
   * waiting. It is the caller's to close.
   */
  readonly dedicated?: boolean
}

/**
 * The database at a URL as `readSettings` gives it. Nothing is opened before the first `run`, and a file or a server
 * that is missing then may appear later.
 */
export function openDatabase(url: string, { dedicated = false }: DatabaseOptions = {}): Database {
  return databaseAt(() => url, dedicated ? new Map<string, OpenClient>() : sharedClients)
}

/** The database that the settings name. Throws SettingError in `run` where they are bad. */
export const appDatabase: Database = databaseAt(() => readSettings().databaseUrl, sharedClients)

/** Closes every database that this process has open, for good: the process ends. */
export async function closeDatabases(): Promise<void> {
  global.miroirIsClosed = true
  for (const clients of allClients) {
    const open = [...clients.values()]
    clients.clear()
    for (const each of open) await disconnect(each)
  }
}
