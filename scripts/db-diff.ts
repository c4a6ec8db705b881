// npm run db:diff -- <name>: writes a new migration, one for each kind of database, with what schema.prisma adds to the
// present ones.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseKind } from '@/lib/db/engine/address'
import { readMigrations } from '@/lib/db/migrations/files'
import { readSchema } from '@/lib/db/engine/postgresql-schema'
import { migrationsFolders, schemaFiles } from '@/lib/db/engine/project-files'
import { schemaDifference } from '@/lib/db/migrations/schema-diff'
import { withEmptyDatabases } from '@/tests/support/empty-databases'
import { runScript } from './run-script'

/** Texts sort by their bytes on both kinds of database; Prisma knows no order for a column. */
const withOrder = (sql: string): string => sql.replaceAll(/("\w+" TEXT\b)(?! COLLATE)/g, '$1 COLLATE "C"')

const line = {
  command: 'npm run db:diff',
  says: 'Writes a new migration for each kind of database, with what schema.prisma adds to the present ones.',
  operands: { name: 'the name of the migration' },
  options: {},
}

await runScript(line, async ({ operands: { name } }) => {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(
      'Give the migration a name of small letters, digits and underscores: npm run db:diff -- <name>',
    )
  }
  await writeFile(schemaFiles.postgresql, await readSchema('postgresql'))

  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const written: string[] = []
  const write = async (kind: DatabaseKind, url: string) => {
    const sql = await schemaDifference(await readMigrations(kind), url)
    if (sql === null) return
    const folder = join(migrationsFolders[kind], `${timestamp}_${name}`)
    await mkdir(folder)
    await writeFile(join(folder, 'migration.sql'), kind === 'postgresql' ? withOrder(sql) : sql)
    written.push(join(folder, 'migration.sql'))
  }
  await withEmptyDatabases(async (urls) => {
    await write('sqlite', urls.sqlite)
    await write('postgresql', urls.postgresql)
  })
  if (written.length === 0) return 'The migrations already make what schema.prisma says; none was written.'
  return `Wrote ${written.join(' and ')}: read them, and add to both the CHECKs that Prisma cannot write.`
})
