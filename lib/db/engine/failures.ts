import { DatabaseError, type DatabaseFailure } from '@/lib/errors'
import type { DatabaseAddress, DatabaseKind } from './address'
import { postgresqlFailure, sqliteFailure } from './driver-failures'

const toDo = 'run `npm run db:migrate` and `npm run db:seed`'
const outdated = `lacks tables or rows that this version needs: ${toDo}`

const sentences: Readonly<Record<DatabaseKind, Readonly<Record<DatabaseFailure, string>>>> = {
  sqlite: {
    missing: 'is not there: set MIROIR_DATA_DIR or DATABASE_URL to where it is, or make one with `npm start`',
    locked: 'is in use by another program for too long: try again, or stop that program',
    outdated,
    full: 'cannot be written to, as its disk is full: free some space',
    unreadable: 'cannot be read as a SQLite database: check the file, its disk and its permissions',
  },
  postgresql: {
    missing: 'cannot be reached: check DATABASE_URL, that the server runs, and that it has this database',
    locked: 'is too busy to answer: try again, or see what holds its locks and its connections',
    outdated,
    full: 'cannot be written to, as the server’s disk is full: free some space',
    unreadable: 'cannot be used: check the user and password in DATABASE_URL, and their rights',
  },
}

/** A DatabaseError about a database, in words for the operator. */
export function databaseError(
  failure: DatabaseFailure,
  address: DatabaseAddress,
  cause?: unknown,
): DatabaseError {
  return new DatabaseError(failure, `The database ${address.name} ${sentences[address.kind][failure]}.`, {
    cause,
  })
}

// P1000: user or password refused. P1001, P1017: no connection. P1003: no such database. P1008: SQLite stayed busy.
// P1010: access denied. P1011: no TLS. P2028: no turn in time. P2034: another writer came first. P2037: server full.
const byPrismaCode: Readonly<Record<string, DatabaseFailure>> = {
  P1000: 'unreadable',
  P1001: 'missing',
  P1003: 'missing',
  P1008: 'locked',
  P1010: 'unreadable',
  P1011: 'missing',
  P1017: 'missing',
  P2021: 'outdated',
  P2022: 'outdated',
  P2028: 'locked',
  P2034: 'locked',
  P2037: 'locked',
}

/** Reads `error.a.b` of an unknown error, undefined where there is no such text. */
function textAt(error: unknown, ...path: readonly string[]): string | undefined {
  let found: unknown = error
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Reflect.get(found, key)
  }
  return typeof found === 'string' ? found : undefined
}

/**
 * What an error of Prisma or of its driver says about the database; null where it says nothing about it (a
 * constraint, a mistake in a query). The error becomes the `cause`.
 */
export function databaseErrorFrom(error: unknown, address: DatabaseAddress): DatabaseError | null {
  // By name, never `instanceof`: the server, Next's bundle and a hot reload each load their own copy of Prisma's
  // classes, and share the client.
  const code = textAt(error, 'code') ?? ''
  const ofDriver = (key: string) =>
    textAt(error, 'meta', 'driverAdapterError', 'cause', key) ?? textAt(error, 'cause', key)
  const driver = {
    kind: ofDriver('kind') ?? '',
    code: ofDriver('originalCode') ?? code,
    message: ofDriver('originalMessage') ?? '',
  }
  const failure =
    byPrismaCode[code] ??
    (address.kind === 'sqlite' ? sqliteFailure(driver, address.file) : postgresqlFailure(driver))
  return failure === null ? null : databaseError(failure, address, error)
}

/** Whether a query was refused because a row with the same unique value is there, on either kind of database. */
export function isUniqueViolation(error: unknown): boolean {
  return textAt(error, 'code') === 'P2002'
}
