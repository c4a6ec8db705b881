// npm run db:check: fails when the migrations of a kind of database do not make what schema.prisma says, or when
// PostgreSQL's schema is not the one that is generated from it.
import { readFile } from 'node:fs/promises'
import { readMigrations } from '@/lib/db/migrations/files'
import { readSchema } from '@/lib/db/engine/postgresql-schema'
import { schemaFiles } from '@/lib/db/engine/project-files'
import { schemaDifference } from '@/lib/db/migrations/schema-diff'
import { withEmptyDatabases } from '@/tests/support/empty-databases'
import { runScript } from './run-script'

const remedy = 'npm run db:diff -- <name>'

const line = {
  command: 'npm run db:check',
  says: 'Says whether the migrations make what schema.prisma says, for SQLite and for PostgreSQL.',
  operands: {},
  options: {},
}

await runScript(line, async () => {
  if ((await readFile(schemaFiles.postgresql, 'utf8')) !== (await readSchema('postgresql'))) {
    throw new Error(`${schemaFiles.postgresql} is not what schema.prisma says: ${remedy}`)
  }
  await withEmptyDatabases(async (urls) => {
    for (const kind of ['sqlite', 'postgresql'] as const) {
      const sql = await schemaDifference(await readMigrations(kind), urls[kind])
      if (sql !== null) {
        throw new Error(
          `schema.prisma says more or less than the migrations for ${kind} make: ${remedy}\n${sql}`,
        )
      }
    }
  })
  return 'The migrations for SQLite and for PostgreSQL make what schema.prisma says.'
})
