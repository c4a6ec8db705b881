// npm run db:copy -- <from> <to>: copies a site's database into an empty one of either kind.
import { databaseAddress } from '@/lib/db/engine/address'
import { copyDatabase, type OnProgress } from '@/lib/db/copy/copy-database'
import { readSettings } from '@/lib/env'
import { fromCaller } from './caller-folder'
import { runScript } from './run-script'

const line = {
  command: 'npm run db:copy',
  says:
    'Copies all that a database holds into an empty one, of SQLite or of PostgreSQL, and compares every row. Stop the site first: what is ' +
    'written meanwhile is not copied.\nWhere it fails no row is kept, and it can be run again. A password may stand in PGPASSWORD instead of the address.',
  operands: {
    from: 'a SQLite file, or the address of a PostgreSQL database: postgresql://user@host:5432/database',
    to: 'likewise; a SQLite file is made, a PostgreSQL database has to be there',
  },
  options: {},
}

/** The address of a database as settings have it. Throws SettingError where it is none. */
function addressOf(typed: string): string {
  if (/^postgres(ql)?:/.test(typed)) return readSettings({ DATABASE_URL: typed }).databaseUrl
  const file = typed.replace(/^file:(\/\/(?=\/))?/, '')
  return readSettings({ DATABASE_URL: `file:${fromCaller(file)}` }).databaseUrl
}

/** One line that is written over and over, where a person looks on. */
function progressLine(): { readonly show: OnProgress; readonly end: () => void } {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined }
  const clear = '\r\u001B[K'
  const barLength = 30
  return {
    show: (step, table, count, of) => {
      const done = '='.repeat(Math.round((barLength * count) / Math.max(1, of)))
      const numbers = `${count} of ${of}`
      stderr.write(`${clear}[${done.padEnd(barLength)}] ${table}: ${numbers} ${step}`)
    },
    end: () => stderr.write(clear),
  }
}

await runScript(line, async ({ operands }) => {
  const [from, to] = [addressOf(operands.from), addressOf(operands.to)]
  const progress = progressLine()
  try {
    const { counts } = await copyDatabase(from, to, progress.show)
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return (
      `Copied ${rows} rows, ${counts['response'] ?? 0} of them responses, from ${databaseAddress(from).name} to ${databaseAddress(to).name}, ` +
      'and compared every one. The secrets stay where they are: start the site with the new DATABASE_URL and the same data folder, and make a new backup.'
    )
  } finally {
    progress.end()
  }
})
