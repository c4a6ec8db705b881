// npm run db:diff -- <name>: writes a new migration with what schema.prisma adds to the present ones.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readMigrations } from '@/lib/db/migration-files'
import { schemaDifference } from '@/lib/db/schema-diff'
import { runScript } from './run-script'

await runScript(async () => {
  const [name] = process.argv.slice(2)
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(
      'Give the migration a name of small letters, digits and underscores: npm run db:diff -- <name>',
    )
  }

  const migrations = await readMigrations()
  const sql = await schemaDifference(migrations)
  if (sql === null) return 'The migrations already make what schema.prisma says; nothing was written.'

  const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrations.baseDir, `${timestamp}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), sql)
  return `Wrote ${join(folder, 'migration.sql')}: read it, and add the CHECKs that Prisma cannot write.`
})
