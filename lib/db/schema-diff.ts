import { readFile } from 'node:fs/promises'
import type { MigrationList } from '@prisma/schema-engine-wasm'
import { schemaFile } from './project-files'
import { everything, withSchemaEngine } from './schema-engine'
import { connectSqlite } from './sqlite-adapter'

/**
 * The SQL that leads from what the migrations make to what schema.prisma says; null when they agree.
 * Prisma knows no CHECK: it neither misses one nor copies one into a table that it rebuilds.
 */
export async function schemaDifference(migrations: MigrationList): Promise<string | null> {
  const content = await readFile(schemaFile, 'utf8')
  const connection = await connectSqlite(':memory:', { create: true })
  try {
    const { exitCode, stdout } = await withSchemaEngine(connection, async (engine) =>
      engine.diff({
        from: { tag: 'migrations', ...migrations },
        to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
        script: true,
        exitCode: true,
        filters: everything,
      }),
    )
    return exitCode === 0 ? null : stdout
  } finally {
    await connection.dispose()
  }
}
