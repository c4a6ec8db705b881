import type { Readable } from 'node:stream'
import { openDatabase } from '@/lib/db/engine/client'
import { readConsistently, type Reading } from '@/lib/db/engine/read-consistently'
import { copyMs } from '@/lib/db/engine/patience'
import { leftOutTable, readContent, type CopiedContent } from './copied'
import { finish, requireProgram, startOn, startProgram } from './postgresql-programs'

/** The rows of a query, as lists of texts: each of its columns has to be one. */
async function rows(reading: Reading, sql: string): Promise<unknown[][]> {
  const found = await reading.$queryRawUnsafe<readonly Readonly<Record<string, unknown>>[]>(sql)
  return found.map((row) => Object.values(row))
}

/**
 * Copies a PostgreSQL database, as it stands at one moment, into a new file in pg_dump's own form, while others read and write.
 * Throws SettingError where pg_dump is missing, too old or fails, DatabaseError.
 */
export async function dumpPostgresql(url: string, target: string): Promise<CopiedContent> {
  const database = openDatabase(url, { dedicated: true })
  try {
    return await readConsistently(
      database,
      async (reading) => {
        const query = async (sql: string) => rows(reading, sql)
        const [[serverNumber] = []] = await query("SELECT current_setting('server_version_num')")
        await requireProgram('pg_dump', Number(serverNumber))
        const [[snapshot] = []] = await query('SELECT pg_export_snapshot()')
        const content = await readContent({ query }, 'postgresql')
        const parts = ['--format=custom', '--no-owner', '--no-privileges', `--file=${target}`]
        const what = [`--snapshot=${String(snapshot)}`, `--exclude-table-data=public.${leftOutTable}`]
        await finish('pg_dump', startOn(url, 'pg_dump', [...parts, ...what]))
        return content
      },
      copyMs,
    )
  } finally {
    await database.close()
  }
}

/** The lines of a stream. Not by Node's own reader, which ends lines at characters that texts may hold. */
async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of stream.setEncoding('utf8') as AsyncIterable<string>) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const beginning = /^COPY (?:public\.)?"?(\w+)"? \(.*\) FROM stdin;$/

/** Reads a file that pg_dump made from its beginning to its end. Returns how many rows of each table it has. Throws SettingError. */
export async function countDumped(file: string): Promise<Readonly<Record<string, number>>> {
  const child = startProgram('pg_restore', ['--data-only', '--file=-', file])
  const finished = finish('pg_restore', child)
  // It is awaited below, once everything is read.
  finished.catch(() => undefined)
  const counts: Record<string, number> = {}
  let table: string | null = null
  for await (const line of child.stdout === null ? [] : linesOf(child.stdout)) {
    if (table === null) {
      table = beginning.exec(line)?.[1] ?? null
      if (table !== null) counts[table] = 0
    } else if (line === '\\.') table = null
    else counts[table] = (counts[table] ?? 0) + 1
  }
  await finished
  return counts
}
