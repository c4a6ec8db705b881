import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import path from 'node:path'

// A file for each day, to which is only added, and which goes as a whole: several processes need no turns. Under `withdrawals`, beside
// the database and in no copy of it.

const folderOf = (dataDir: string) => path.join(dataDir, 'withdrawals')
const isDay = (name: string) => /^\d{4}-\d{2}-\d{2}$/.test(name)

const daysIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter(isDay).toSorted() : []

/** Nobody learns from a file when somebody withdrew: it is as old as its day. */
function hideTime(folder: string, day: string): void {
  const midnight = new Date(`${day}T00:00:00Z`)
  utimesSync(path.join(folder, day), midnight, midnight)
}

/** Adds a hash to those of a day, on the disk before this returns. Throws what the disk throws. */
export function addToFiles(dataDir: string, hash: string, day: string): void {
  const folder = folderOf(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  appendFileSync(path.join(folder, day), `${hash}\n`, { mode: 0o600, flush: true })
  hideTime(folder, day)
}

/** The hashes of all days. Throws what the disk throws. */
export function hashesInFiles(dataDir: string): ReadonlySet<string> {
  const folder = folderOf(dataDir)
  const lines = daysIn(folder).flatMap((day) => readFileSync(path.join(folder, day), 'utf8').split('\n'))
  // A crash may leave half a line at the end.
  return new Set(lines.filter((line) => /^[0-9a-f]{64}$/.test(line)))
}

/** Removes the days before `firstKept`, and touches the others: the system, too, notes when a file was changed. */
export function removeOldFiles(dataDir: string, firstKept: string): void {
  const folder = folderOf(dataDir)
  for (const day of daysIn(folder)) {
    if (day < firstKept) rmSync(path.join(folder, day))
    else hideTime(folder, day)
  }
}
