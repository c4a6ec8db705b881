import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils'
import { alone, poolFactory } from './postgresql-adapter'

/** PostgreSQL's numbers for the types `"char"` and `text`. */
const oneChar = 18
const text = 25

/**
 * A connection on which the schema engine can read what a database consists of. PostgreSQL's own tables have columns of
 * the type `"char"`, which the engine expects as single characters and Prisma's adapter does not know at all.
 */
export async function connectToCatalogue(url: string): Promise<SqlDriverAdapter> {
  const connection = await poolFactory(url, alone).connect()
  const pool = connection.underlyingDriver()
  const send = pool.query.bind(pool)
  const queryRaw = connection.queryRaw.bind(connection)
  const executeRaw = connection.executeRaw.bind(connection)

  let chars = new Set<string>()
  Object.assign(pool, {
    query: async (given: Parameters<typeof send>[0]) => {
      const result = await send(given)
      const found = (result.fields ?? []).filter((field) => field.dataTypeID === oneChar)
      for (const field of found) field.dataTypeID = text
      chars = new Set(found.map(({ name }) => name))
      return result
    },
  })
  return Object.assign(connection, {
    queryRaw: async (query: SqlQuery) => {
      const result = await queryRaw(query)
      const columnTypes = result.columnNames.map((name, index) =>
        chars.has(name) ? ColumnTypeEnum.Character : (result.columnTypes[index] ?? ColumnTypeEnum.Text),
      )
      return { ...result, columnTypes }
    },
    // The adapter's own cuts a script at every semicolon, those in texts and comments too.
    executeScript: async (sql: string) => {
      await executeRaw({ sql, args: [], argTypes: [] })
    },
  })
}
