import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { environmentWith } from '@/lib/env'

/** Runs a script in several processes at once, with the database that is given, and returns what each printed. */
export async function runScriptAtOnce(count: number, script: string, databaseUrl: string) {
  const env = environmentWith({ DATABASE_URL: databaseUrl })
  const run = async () => promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env })
  return Promise.all(Array.from({ length: count }, run))
}
