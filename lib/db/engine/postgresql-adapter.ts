import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { endUnanswered } from './end-unanswered'
import { countPool } from './pools'
import { clean } from './postgresql-errors'
import { orderly } from './postgresql-transaction'

/** How long a caller waits for a connection, and a query for a lock, before it fails, in milliseconds: as on SQLite. */
export const waitMs = 5000

/** How much longer than the server the driver waits for the end of a query, in milliseconds. */
const graceMs = 1000

export interface PoolLimits {
  readonly connections: number
  /** How long one query may run, in milliseconds; 0 for any time. */
  readonly queryMs: number
  /** How long a query may wait for a lock, in milliseconds. */
  readonly lockMs: number
}

/** One connection, and no limit of time. */
export const alone: PoolLimits = { connections: 1, queryMs: 0, lockMs: waitMs }

/** What the Prisma client opens its connections with. A connection that was lost is replaced when one is needed. */
export function postgresqlAdapter(url: string, limits: PoolLimits): SqlDriverAdapterFactory {
  const { provider, adapterName } = poolFactory(url, limits)
  const open = clean(async () => {
    const connection = await connect(url, limits)
    const forget = countPool(connection.underlyingDriver())
    const dispose = connection.dispose.bind(connection)
    const counted = Object.assign(connection, {
      dispose: async () => {
        forget()
        await dispose()
      },
    })
    return withCleanErrors(counted)
  })
  return { provider, adapterName, connect: async () => open(undefined) }
}

/** Addresses of poolers that were met, such as PgBouncer: they refuse settings that are sent with a connection. */
const poolers = new Set<string>()

/**
 * Opens connections. Behind a pooler that gives each transaction another connection, limits are set in each transaction, and in the
 * driver for what is outside of one.
 */
async function connect(url: string, limits: PoolLimits) {
  if (!poolers.has(url)) {
    const connection = await openPool(url, limits)
    try {
      await connection.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] })
      return connection
    } catch (error) {
      await connection.dispose()
      if (!isAboutPooler(error)) throw error
      poolers.add(url)
    }
  }
  const connection = await openPool(url, limits, { isPooled: true })
  const startTransaction = connection.startTransaction.bind(connection)
  const settings = `SET LOCAL search_path = public; SET LOCAL lock_timeout = ${limits.lockMs}; SET LOCAL statement_timeout = ${limits.queryMs}`
  return Object.assign(connection, {
    startTransaction: async (level: Parameters<typeof startTransaction>[0]) => {
      const transaction = await startTransaction(level)
      await transaction.executeRaw({ sql: settings, args: [], argTypes: [] })
      return transaction
    },
  })
}

/** Opens a pool that has no connection yet. */
async function openPool(...given: Parameters<typeof poolFactory>) {
  const connection = await poolFactory(...given).connect()
  endUnanswered(connection.underlyingDriver())
  return connection
}

const isAboutPooler = (error: unknown): boolean =>
  error instanceof Error &&
  /unsupported startup parameter/i.test(
    `${error.message} ${String(error.cause)} ${JSON.stringify(error.cause ?? '')}`,
  )

/** The same, as Prisma made it: what it throws may repeat values. */
export function poolFactory(url: string, limits: PoolLimits, { isPooled = false } = {}): PrismaPg {
  const sentAtOnce = {
    statement_timeout: limits.queryMs,
    lock_timeout: limits.lockMs,
    // The schema that the client's queries name, whatever the server's default for this user.
    options: '-c search_path=public',
  }
  return new PrismaPg({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: waitMs,
    ...(!isPooled && sentAtOnce),
    // A server that hangs does not end its queries itself.
    query_timeout: limits.queryMs === 0 ? 0 : limits.queryMs + graceMs,
    application_name: 'miroir',
    // A server that vanished without a word is noticed.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Idle connections do not keep a script from ending.
    allowExitOnIdle: true,
  })
}

/** Changes and returns `connection`: its errors hold no values, and its transactions are orderly. */
function withCleanErrors(connection: SqlDriverAdapter): SqlDriverAdapter {
  const startTransaction = connection.startTransaction.bind(connection)
  const executeRaw = clean(connection.executeRaw.bind(connection))
  return Object.assign(connection, {
    queryRaw: clean(connection.queryRaw.bind(connection)),
    executeRaw,
    // The adapter's own cuts a script at every semicolon, those in texts and comments too.
    executeScript: async (script: string) => {
      await executeRaw({ sql: script, args: [], argTypes: [] })
    },
    startTransaction: clean(async (level: Parameters<typeof startTransaction>[0]) =>
      orderly(await startTransaction(level)),
    ),
  })
}
