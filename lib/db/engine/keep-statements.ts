import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'

/** What the adapter uses of better-sqlite3. */
interface Statement {
  readonly reader: boolean
  columns: () => unknown
  run: (values: readonly unknown[]) => unknown
  raw: () => { all: (values: readonly unknown[]) => unknown }
}

interface Driver {
  prepare: (sql: string) => Statement
}

/** For the life of the process, closed or not. */
const drivers = new Set<Driver>()

/**
 * Keeps one prepared statement per SQL text, and the connection itself, from the garbage collector. Changes and
 * returns `connection`.
 *
 * Node 24.19 and its successors abort the whole process when they collect an object of better-sqlite3 12 that
 * was compiled for them (nodejs/node#65446). Version 13 does not suffer from it, but cannot run on Node 20.
 * The adapter would leave a statement behind with every query. Prisma's texts hold no values, so they are few.
 */
export function keepStatements(connection: SqlDriverAdapter): SqlDriverAdapter {
  const driver: unknown = Reflect.get(connection, 'client')
  if (!isDriver(driver))
    throw new Error('The SQLite adapter keeps its connection elsewhere than this version expects')

  const prepare = driver.prepare.bind(driver)
  const statements = new Map<string, Statement>()
  drivers.add(driver)
  Object.assign(driver, {
    prepare: (sql: string) => {
      const statement = statements.get(sql) ?? prepare(sql)
      statements.set(sql, statement)
      // The adapter binds its values, which a statement allows once: they go with each call instead.
      const bind = (values: readonly unknown[]) => ({
        reader: statement.reader,
        columns: () => statement.columns(),
        run: () => statement.run(values),
        raw: () => ({ all: () => statement.raw().all(values) }),
      })
      return { bind, run: () => statement.run([]) }
    },
  })
  return connection
}

function isDriver(given: unknown): given is Driver {
  return (
    typeof given === 'object' && given !== null && 'prepare' in given && typeof given.prepare === 'function'
  )
}
