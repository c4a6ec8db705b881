import { existsSync } from 'node:fs'
import { DatabaseError, type DatabaseFailure } from '@/lib/errors'

const sentences: Readonly<Record<DatabaseFailure, string>> = {
  missing: 'is not there: run `npm run db:migrate` and `npm run db:seed`',
  locked: 'is in use by another program for too long: try again, or stop that program',
  outdated: 'lacks tables or rows that this version needs: run `npm run db:migrate` and `npm run db:seed`',
  unreadable: 'cannot be read as a SQLite database: check the file, its disk and its permissions',
}

/** A DatabaseError about a file, in words for the operator. */
export function databaseError(failure: DatabaseFailure, file: string, cause?: unknown): DatabaseError {
  return new DatabaseError(failure, `The database ${file} ${sentences[failure]}.`, { cause })
}

// P1008: SQLite stayed busy. P2028: no turn in time. P2034: another writer came first.
const byPrismaCode: Readonly<Record<string, DatabaseFailure>> = {
  P1008: 'locked',
  P2021: 'outdated',
  P2022: 'outdated',
  P2028: 'locked',
  P2034: 'locked',
}

const byDriverCode: readonly (readonly [pattern: RegExp, failure: DatabaseFailure])[] = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'locked'],
  [/^SQLITE_(NOTADB|CORRUPT|IOERR|READONLY|PERM|AUTH|FULL|NOLFS|FORMAT)/, 'unreadable'],
]

const byDriverMessage: readonly (readonly [pattern: RegExp, failure: DatabaseFailure])[] = [
  [/^no such (table|column)|has no column named/, 'outdated'],
]

/** Reads `error.a.b` of an unknown error, undefined where there is no such text. */
function textAt(error: unknown, ...path: readonly string[]): string | undefined {
  let found: unknown = error
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return undefined
    found = Reflect.get(found, key)
  }
  return typeof found === 'string' ? found : undefined
}

/** Whether a row was refused because another one has its key. */
export function isUniqueViolation(error: unknown): boolean {
  return textAt(error, 'code') === 'P2002'
}

/**
 * What an error of Prisma or of its SQLite driver says about the database file; null where it says nothing
 * about it (a constraint, a mistake in a query). The error becomes the `cause`.
 */
export function databaseErrorFrom(error: unknown, file: string): DatabaseError | null {
  // By name, never `instanceof`: the server, Next's bundle and a hot reload each load their own copy of Prisma's
  // classes, and share the client.
  const code = textAt(error, 'code') ?? ''
  const viaPrisma = ['meta', 'driverAdapterError', 'cause']
  const driverCode =
    textAt(error, ...viaPrisma, 'originalCode') ?? textAt(error, 'cause', 'originalCode') ?? code
  const driverMessage =
    textAt(error, ...viaPrisma, 'originalMessage') ?? textAt(error, 'cause', 'originalMessage') ?? ''

  if (driverCode.startsWith('SQLITE_CANTOPEN')) {
    return databaseError(existsSync(file) ? 'unreadable' : 'missing', file, error)
  }
  const failure =
    byPrismaCode[code] ??
    byDriverCode.find(([pattern]) => pattern.test(driverCode))?.[1] ??
    byDriverMessage.find(([pattern]) => pattern.test(driverMessage))?.[1]
  return failure === undefined ? null : databaseError(failure, file, error)
}
