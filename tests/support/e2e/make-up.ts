import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { promisify } from 'node:util'
import { projectWaveId } from '@/tests/support/project-wave'
import { consentVersion } from '@/lib/contribution/consent'
import { isoWeekOf } from '@/lib/counts/iso-week'
import { openDatabase } from '@/lib/db/engine/client'
import { storedAnswers, storeResponse } from '@/lib/db/responses'
import { readSettings } from '@/lib/env'
import type { Answers } from '@/lib/instrument/answers'
import { instrumentVersion } from '@/lib/instrument/versions'
import { demoResponses } from '@/scripts/demo/demo-responses'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { launched } from '../launched'
import { publishedFigures } from '../published-figures'
import type { RunningSite } from '../running-site'
import { expect } from './test'

/** The settings of the site whose database is this file. */
const settingsOf = (file: string) => readSettings({ MIROIR_DATA_DIR: path.dirname(file) })

/** Waits for the end of the work that a site does when it starts, which would else publish what a test is about to. */
export async function afterStart(site: RunningSite): Promise<void> {
  await expect.poll(() => site.output(), { timeout: 60_000 }).toContain('the audit log ends here')
}

/** Does a day's work in publishing for a site, at a moment. Returns the id of the edition that was made; null where none was. */
export async function publish(file: string, now: Date): Promise<string | null> {
  // In a process of its own: that of the tests cannot load messages as the site does.
  const program = [...launched('tests/support/e2e/publish-site.ts'), now.toISOString()]
  const env = { ...process.env, MIROIR_DATA_DIR: path.dirname(file) }
  const { stdout } = await promisify(execFile)(process.execPath, program, { env })
  return stdout === '' ? null : stdout
}

/** Puts so many made-up responses into the database of a site, in place of earlier ones, and publishes an edition of them, if there are enough. */
export async function makeUp(file: string, count: number): Promise<string | null> {
  const now = new Date()
  const database = openDatabase(settingsOf(file).databaseUrl)
  await seedDemo(database, count, { seed: 'participants', now, force: false })
  await database.close()
  return publish(file, now)
}

/** Adds so many responses of a week, all different, as if people had contributed them, past the pages. */
export async function giveResponses(file: string, count: number, week: string): Promise<void> {
  const database = openDatabase(settingsOf(file).databaseUrl)
  const rows = [...demoResponses(count, week, publishedFigures)].map(({ id, answers }) => ({
    id,
    waveId: projectWaveId,
    instrumentVersion,
    consentVersion,
    answers: storedAnswers(answers),
    week,
  }))
  await database.run(async (client) => client.response.createMany({ data: rows }))
  await database.close()
}

/** Adds so many responses with the same answers, as if people had just contributed them, past the pages. */
export async function addResponses(file: string, count: number, answers: Answers): Promise<void> {
  const database = openDatabase(settingsOf(file).databaseUrl)
  const given = { waveId: projectWaveId, instrumentVersion, consentVersion, answers }
  for (let person = 0; person < count; person += 1) {
    const receiptHash = randomBytes(32).toString('hex')
    await storeResponse(database, { ...given, week: isoWeekOf(new Date()), receiptHash })
  }
  await database.close()
}
