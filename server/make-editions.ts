// The day's work in publishing, in a process of its own: it computes for a while, and the
// site goes on answering. server/edition-work.ts starts it.
import { outliveBrokenOutput } from './broken-output'
import { routeConsole } from './console-to-log'
import { recordFailure } from './record-failure'
import { publishForSite } from '@/lib/editions/publish-for-site'
import { clockSentence } from '@/lib/clock/clock-sentence'
import { clockState } from '@/lib/clock/known-time'
import { readKnownTime } from '@/lib/db/clock'
import { openDatabase } from '@/lib/db/engine/client'
import { readSettings, type Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { kindOfError, log } from '@/lib/log'

/** An edition cannot be taken back. The clock may have been changed since this program was started. */
async function refuseWrongClock({ databaseUrl }: Settings, moment: Date): Promise<void> {
  const known = await openDatabase(databaseUrl).run(readKnownTime)
  const state = clockState(known, moment)
  if (state !== 'right') throw new SettingError(clockSentence(state, known, moment))
}

outliveBrokenOutput()
routeConsole()
const now = new Date()
try {
  await refuseWrongClock(readSettings(), now)
  await publishForSite(readSettings(), now)
} catch (error) {
  log.error(kindOfError(error), 'editions could not be made')
  process.exitCode = 1
  await recordFailure(readSettings(), now)
}
