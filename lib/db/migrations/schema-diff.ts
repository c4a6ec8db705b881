import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { databaseAddress } from '@/lib/db/engine/address'
import { readSchema } from '@/lib/db/engine/postgresql-schema'
import { schemaFiles } from '@/lib/db/engine/project-files'
import { everything, withSchemaEngine } from './schema-engine'
import { connectSqlite } from '@/lib/db/engine/sqlite-adapter'

/**
 * The SQL that leads from what the migrations make to what schema.prisma says; null when they agree. The migrations are
 * those of the kind of database that the URL names, and tried on it: it has to be empty, and is SQLite in memory by
 * default.
 * Prisma knows no CHECK: it neither misses one nor copies one into a table that it rebuilds.
 */
export async function schemaDifference(
  migrations: MigrationList,
  emptyDatabaseUrl = 'file::memory:',
): Promise<string | null> {
  const { kind } = databaseAddress(emptyDatabaseUrl)
  const connection = await connect(emptyDatabaseUrl)
  try {
    const content = await readSchema(kind)
    const compare = withSchemaEngine(
      connection,
      async (engine) =>
        engine.diff({
          from: { tag: 'migrations', ...migrations },
          to: { tag: 'schemaDatamodel', files: [{ path: schemaFiles[kind], content }] },
          script: true,
          exitCode: true,
          filters: everything,
        }),
      async () => connect(emptyDatabaseUrl),
    )
    const { exitCode, stdout } = await compare
    return exitCode === 0 ? null : stdout
  } finally {
    await connection.dispose()
  }
}

async function connect(url: string): Promise<SqlDriverAdapter> {
  const address = databaseAddress(url)
  if (address.kind === 'sqlite') {
    return withWholeScripts(await connectSqlite(address.file, { create: true }))
  }
  const { connectToCatalogue } = await import('@/lib/db/engine/postgresql-catalogue')
  return connectToCatalogue(url)
}

/** The engine sends whole files to its shadow database, and the SQLite adapter's queries take one statement. */
function withWholeScripts(connection: SqlDriverAdapter): SqlDriverAdapter {
  return Object.assign(connection, {
    executeRaw: async ({ sql }: { sql: string }) => {
      await connection.executeScript(sql)
      return 0
    },
  })
}
