// The day's work in publishing, in a process of its own: it computes for a while, and the
// site goes on answering. server/edition-work.ts starts it.
import { outliveBrokenOutput } from './broken-output'
import { routeConsole } from './console-to-log'
import { recordFailure } from './record-failure'
import { publishForSite } from '@/lib/editions/publish-for-site'
import { readSettings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'

outliveBrokenOutput()
routeConsole()
const now = new Date()
try {
  await publishForSite(readSettings(), now)
} catch (error) {
  log.error(kindOfError(error), 'editions could not be made')
  process.exitCode = 1
  await recordFailure(readSettings(), now)
}
