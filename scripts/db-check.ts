// npm run db:check: fails when the migrations do not make what schema.prisma says.
import { readMigrations } from '@/lib/db/migration-files'
import { schemaDifference } from '@/lib/db/schema-diff'
import { runScript } from './run-script'

await runScript(async () => {
  const sql = await schemaDifference(await readMigrations())
  if (sql !== null) {
    throw new Error(
      `schema.prisma says more or less than the migrations make: npm run db:diff -- <name>\n${sql}`,
    )
  }
  return 'The migrations make what schema.prisma says.'
})
