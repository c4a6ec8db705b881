import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { csvLine } from '@/lib/export/csv'

const hasShell = spawnSync('sqlite3', ['--version'], { stdio: 'ignore' }).status === 0

/** What writes the plain dump: SQLite's own shell where there is one. */
export const dumpProgram = hasShell ? 'sqlite3 -csv' : 'better-sqlite3'

const query = 'SELECT * FROM response'

function dumpByDriver(file: string, output: number): void {
  const database = new Database(file, { readonly: true })
  let lines = ''
  for (const row of database.prepare(query).raw().iterate() as IterableIterator<(string | null)[]>) {
    lines += csvLine(
      row.map((cell) => cell ?? ''),
      ',',
    )
    if (lines.length < 65_536) continue
    writeSync(output, lines)
    lines = ''
  }
  writeSync(output, lines)
  database.close()
}

/** Seconds that it takes to write the whole table of responses of a SQLite file as CSV, to a file. */
export function dumpSeconds(file: string): number {
  const target = `${file}.csv`
  const output = openSync(target, 'w')
  const begun = performance.now()
  if (hasShell) execFileSync('sqlite3', ['-csv', file, query], { stdio: ['ignore', output, 'inherit'] })
  else dumpByDriver(file, output)
  const seconds = (performance.now() - begun) / 1000
  closeSync(output)
  if (statSync(target).size === 0) throw new Error('the dump is empty')
  rmSync(target)
  return seconds
}
