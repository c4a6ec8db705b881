import { randomBytes } from 'node:crypto'
import { currentWaveId } from '@/lib/comparison/waves'
import { openDatabase } from '@/lib/db/engine/client'
import { storeResponse } from '@/lib/db/responses'
import { seedDemo } from '@/scripts/demo/seed-demo'
import type { Answers } from '@/lib/instrument/answers'
import { instrumentVersion } from '@/lib/instrument/versions'
import { consentVersion } from '@/lib/contribution/consent'
import { isoWeekOf } from '@/lib/counts/iso-week'

const now = new Date()

/** Puts so many made-up responses into the database of a site, in place of earlier ones, and counts them. */
export async function makeUp(file: string, count: number): Promise<void> {
  const database = openDatabase(`file:${file}`)
  await seedDemo(database, count, { seed: 'participants', now, force: false })
  await database.close()
}

/** Adds so many responses with the same answers, as if people had just contributed them, past the pages. */
export async function addResponses(file: string, count: number, answers: Answers): Promise<void> {
  const database = openDatabase(`file:${file}`)
  const given = { waveId: currentWaveId, instrumentVersion, consentVersion, answers, week: isoWeekOf(now) }
  for (let person = 0; person < count; person += 1) {
    await storeResponse(database, { ...given, receiptHash: randomBytes(32).toString('hex') })
  }
  await database.close()
}
