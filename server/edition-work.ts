import { isWorkDue } from '@/lib/editions/is-work-due'
import type { Settings } from '@/lib/env'
import { runProgram } from './programs'

/** V8 would else leave a million parsed responses uncollected for long: what is needed at a time is little. */
const littleMemory = ['--max-old-space-size=192', '--max-semi-space-size=8']

let underWay: Promise<boolean> | null = null

/**
 * Does the day's work in publishing, where there is any, in a process of its own; one at a time. Returns whether it could be done; that
 * process logs what kept it from it. Throws DatabaseError.
 */
export async function runEditionWork(settings: Settings, now: Date): Promise<boolean> {
  underWay ??= runOnce(settings, now).finally(() => {
    underWay = null
  })
  return underWay
}

async function runOnce(settings: Settings, now: Date): Promise<boolean> {
  if (!(await isWorkDue(settings, now))) return true
  const { databaseUrl, dataDir } = settings
  const variables = { DATABASE_URL: databaseUrl, MIROIR_DATA_DIR: dataDir }
  return runProgram('make-editions', { flags: littleMemory, variables })
}
