import { existsSync } from 'node:fs'
import type { DatabaseFailure } from '@/lib/errors'

/** What a driver said of an error; texts are empty where it said nothing. */
export interface DriverError {
  /** The adapter's name for the error. */
  readonly kind: string
  /** The database's own code. */
  readonly code: string
  readonly message: string
}

type ByCode = readonly (readonly [pattern: RegExp, failure: DatabaseFailure])[]

const byCode = (table: ByCode, code: string): DatabaseFailure | null =>
  table.find(([pattern]) => pattern.test(code))?.[1] ?? null

const sqliteCodes: ByCode = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'locked'],
  [/^SQLITE_FULL/, 'full'],
  [/^SQLITE_(NOTADB|CORRUPT|IOERR|READONLY|PERM|AUTH|NOLFS|FORMAT)/, 'unreadable'],
]

/** What an error of SQLite's says about the database's file; null where it says nothing about it. */
export function sqliteFailure({ code, message }: DriverError, file: string): DatabaseFailure | null {
  if (code.startsWith('SQLITE_CANTOPEN')) return existsSync(file) ? 'unreadable' : 'missing'
  if (/^no such (table|column)|has no column named/.test(message)) return 'outdated'
  return byCode(sqliteCodes, code)
}

/** SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html. The more particular stand first. */
const postgresqlCodes: ByCode = [
  // Connections that failed or were refused, databases that are not there or were dropped.
  [/^(08|3D000|57P04)/, 'missing'],
  // Conflicts and deadlocks, too many connections, locks, timeouts, a server that starts or stops.
  [/^(40|53300|53400|55P03|55006|57014|57P0|25P03|25P04)/, 'locked'],
  [/^(42P01|42703)/, 'outdated'],
  [/^53100/, 'full'],
  // Users and rights, a read-only server, damage.
  [/^(28|42501|3F000|25006|53|58|XX00[12])/, 'unreadable'],
]

/** Where the adapter names an error without repeating the server's code, or the error is not the server's. */
const postgresqlKinds: Readonly<Record<string, DatabaseFailure>> = {
  DatabaseNotReachable: 'missing',
  ConnectionClosed: 'missing',
  SocketTimeout: 'missing',
  TlsConnectionError: 'missing',
  TooManyConnections: 'locked',
  AuthenticationFailed: 'unreadable',
}

/** What an error of PostgreSQL's says about the database; null where it says nothing about it. */
export function postgresqlFailure({ kind, code }: DriverError): DatabaseFailure | null {
  return byCode(postgresqlCodes, code) ?? postgresqlKinds[kind] ?? null
}
