import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { environmentWith } from '@/lib/env'
import { launched } from '@/tests/support/launched'

export interface ScriptOutput {
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script of the project, with the database that is given. Rejects where it fails. */
export async function runProjectScript(
  script: string,
  databaseUrl: string,
  { variables = {}, parts = [] }: { variables?: Record<string, string>; parts?: readonly string[] } = {},
): Promise<ScriptOutput> {
  const env = environmentWith({ DATABASE_URL: databaseUrl, ...variables })
  return promisify(execFile)(process.execPath, [...launched(script), ...parts], { env })
}

/** Runs a script in several processes at once, with the database that is given, and returns what each printed. */
export async function runScriptAtOnce(
  count: number,
  script: string,
  databaseUrl: string,
  options: { variables?: Record<string, string>; parts?: readonly string[] } = {},
): Promise<readonly ScriptOutput[]> {
  const run = async () => runProjectScript(script, databaseUrl, options)
  return Promise.all(Array.from({ length: count }, run))
}
