import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { countPool } from './pools'
import { clean } from './postgresql-errors'
import { orderly } from './postgresql-transaction'

/** How long a caller waits for a connection, and a query for a lock, before it fails, in milliseconds: as on SQLite. */
export const waitMs = 5000

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
  const factory = poolFactory(url, limits)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const connection = await factory.connect()
      const forget = countPool(connection.underlyingDriver())
      const dispose = connection.dispose.bind(connection)
      const counted = Object.assign(connection, {
        dispose: async () => {
          forget()
          await dispose()
        },
      })
      return withCleanErrors(counted)
    },
  }
}

/** The same, as Prisma made it: what it throws may repeat values. */
export function poolFactory(url: string, limits: PoolLimits): PrismaPg {
  return new PrismaPg({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: waitMs,
    statement_timeout: limits.queryMs,
    lock_timeout: limits.lockMs,
    // The schema that the client's queries name, whatever the server's default for this user.
    options: '-c search_path=public',
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
