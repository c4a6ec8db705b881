import { existsSync } from 'node:fs'
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { databaseAddress, type DatabaseAddress, type DatabaseKind } from './address'
import { databaseError, databaseErrorFrom } from './failures'
import { connectSqlite } from './sqlite-adapter'

/** A connection to a database past the client, for what is not about its models. Its values are what the database has. */
export interface RawConnection {
  readonly address: DatabaseAddress
  /** The rows of a query. */
  readonly query: (sql: string, values?: readonly string[]) => Promise<unknown[][]>
  readonly execute: (script: string) => Promise<void>
}

async function connect(address: DatabaseAddress): Promise<SqlDriverAdapter> {
  if (address.kind === 'sqlite') return connectSqlite(address.file, { create: false })
  const { alone, postgresqlAdapter } = await import('./postgresql-adapter')
  return postgresqlAdapter(address.url, alone).connect()
}

/**
 * Runs `work` on a connection of its own, without a limit of time, which is closed afterwards. Makes no file. Throws DatabaseError, and
 * what `work` throws.
 */
export async function withRawConnection<Result>(
  url: string,
  work: (connection: RawConnection) => Promise<Result>,
): Promise<Result> {
  const address = databaseAddress(url)
  if (address.kind === 'sqlite' && !existsSync(address.file)) throw databaseError('missing', address)
  try {
    const connection = await connect(address)
    try {
      return await work({
        address,
        query: async (sql, values = []) => {
          const argTypes = values.map(() => ({ scalarType: 'string', arity: 'scalar' }) as const)
          return (await connection.queryRaw({ sql, args: [...values], argTypes })).rows
        },
        execute: async (script) => connection.executeScript(script),
      })
    } finally {
      await connection.dispose()
    }
  } catch (error) {
    throw databaseErrorFrom(error, address) ?? error
  }
}

// On PostgreSQL, the schema that the client's queries name.
const listTables: Readonly<Record<DatabaseKind, string>> = {
  sqlite:
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  postgresql:
    'SELECT tablename::text FROM pg_tables WHERE schemaname = \'public\' ORDER BY tablename::text COLLATE "C"',
}

/** The tables of a database, in the order of their names. */
export async function listTableNames(
  { query }: Pick<RawConnection, 'query'>,
  kind: DatabaseKind,
): Promise<readonly string[]> {
  return (await query(listTables[kind])).map(([name]) => String(name))
}

/** Exact numbers of rows, by table. */
export async function countRows(
  { query }: Pick<RawConnection, 'query'>,
  tables: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const [[count] = []] = await query(`SELECT count(*) FROM "${table}"`)
    counts[table] = Number(count)
  }
  return counts
}
