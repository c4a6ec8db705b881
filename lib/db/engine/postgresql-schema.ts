import { readFile } from 'node:fs/promises'
import type { DatabaseKind } from './address'
import { schemaFiles } from './project-files'

const header =
  '// Generated from schema.prisma by `npm run db:diff`: change that file, and never this one.\n\n'

/** PostgreSQL's schema, from the one that is written by hand for SQLite. Throws where that one looks unlike itself. */
export function toPostgresql(schema: string): string {
  return (
    header +
    replaceOnce(
      replaceOnce(schema, 'provider = "sqlite"', 'provider = "postgresql"'),
      '/generated/sqlite"',
      '/generated/postgresql"',
    )
  )
}

/** The schema of a kind of database, as schema.prisma says now. */
export async function readSchema(kind: DatabaseKind): Promise<string> {
  const schema = await readFile(schemaFiles.sqlite, 'utf8')
  return kind === 'sqlite' ? schema : toPostgresql(schema)
}

function replaceOnce(text: string, given: string, replacement: string): string {
  if (text.split(given).length !== 2) throw new Error(`schema.prisma must contain ${given} once`)
  return text.replace(given, replacement)
}
