import { systemActor } from '@/lib/audit/entry'
import { clockSentence } from '@/lib/clock/clock-sentence'
import { dayOf } from '@/lib/clock/known-time'
import { deleteAdminLeftovers } from '@/lib/db/admin/leftovers'
import { beginRun, readKnownTime } from '@/lib/db/clock'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { leaseDoneOn, withLease } from '@/lib/db/lease'
import { purge, roundedReport } from '@/lib/db/purge'
import { readOwnerSettings } from '@/lib/db/settings'
import { eraseOldWithdrawals } from '@/lib/db/withdrawal-list'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'
import { createDailyAudit, type DailyAudit } from './daily-audit'
import { careForEditionFiles } from './edition-care'
import { runEditionWork } from './edition-work'
import { eraseDeleted } from './erase-deleted'
import { recordSignIns } from './record-sign-ins'
import { isStopping } from './stopping'

const minuteMilliseconds = 60 * 1000
const hourMilliseconds = 60 * minuteMilliseconds

/**
 * What is done once a day under a clock that is believed: erasing what was kept for long enough, publishing what is due, verifying the
 * audit log, which records it all, and erasing from the disk what was deleted since. Returns whether it could be done and recorded;
 * what kept it from that is logged. A process that ends comes to no further step.
 */
export async function doDailyWork(settings: Settings, now: Date): Promise<boolean> {
  const isDone = await doRecordedWork(settings, now)
  // Last, since the rest deletes too; and whatever kept the rest from being done.
  return !isStopping() && (await eraseDeleted(settings)) && isDone
}

async function doRecordedWork(settings: Settings, now: Date): Promise<boolean> {
  // Writes take their turn with the requests': SQLite's driver keeps the whole process waiting for a lock that another of
  // its own connections holds. Only what is read for long has a connection of its own.
  const database = openDatabase(settings.databaseUrl)
  const reading = openDatabase(settings.databaseUrl, { dedicated: true })
  try {
    const audit = createDailyAudit(settings, reading, now)
    const eraseFor = await clockToErase(settings, audit, now)
    // Tried again each hour: somebody may set the clock right meanwhile.
    if (eraseFor === null) return false
    const periods = await readOwnerSettings(database, settings.contribution)
    const details = roundedReport(await purge(database, now, periods, eraseFor))
    log.info(details, 'purged')
    log.info(await deleteAdminLeftovers(database, now), 'expired sessions and links of admins deleted')
    await eraseOldWithdrawals(database, settings, eraseFor)
    const purged = { actor: systemActor, action: 'purged', subject: null, outcome: 'succeeded' } as const
    const isRecorded =
      (await audit.record({ ...purged, details })) && (await recordSignIns(settings, database, now))
    if (isStopping()) return false
    const isPublished = (await runEditionWork(settings, now)) && (await careForEditionFiles(settings))
    if (isStopping()) return false
    return (await audit.verify()) && isRecorded && isPublished
  } catch (error) {
    if (!isStopping()) log.error(kindOfError(error), 'the daily work could not be done')
    return false
  } finally {
    await reading.close().catch(() => undefined)
  }
}

/**
 * The moment for which the day's work may erase. null where the clock is not believed: nothing is then done that cannot be undone, and
 * it is logged each time, and recorded once a day.
 */
async function clockToErase(settings: Settings, audit: DailyAudit, now: Date): Promise<Date | null> {
  const database = openDatabase(settings.databaseUrl)
  const known = await database.run(readKnownTime)
  const { state, eraseFor } = await beginRun(database, now)
  if (eraseFor !== null) return eraseFor
  log.error({ clock: state, latestDay: known.latestDay }, clockSentence(state, known, now))
  await audit.recordOnceADay({
    actor: systemActor,
    action: 'clockDoubted',
    subject: null,
    outcome: 'refused',
    details: {},
  })
  return null
}

let doneOn: string | null = null
let underWay: Promise<void> | null = null

/** The day on which the daily work was last done whole, as far as this process knows, in milliseconds since 1970; null: never. */
export const lastDailyWorkMs = (): number | null => (doneOn === null ? null : Date.parse(doneOn))

/** Resolves once this process does no daily work. */
export const dailyWorkUnderWay = async (): Promise<void> => underWay ?? Promise.resolve()

/** Does the work of today, unless it is done or another process does it. Returns whether it is to be tried again after an hour. */
async function workOf(settings: Settings, database: Database): Promise<boolean> {
  const now = new Date()
  const today = dayOf(now)
  if (today === doneOn || isStopping()) return false
  // A process that has begun does it anyway: it is a new version, or its clock was set.
  const isFirst = doneOn === null
  if (!isFirst && (await leaseDoneOn(database, 'dailyWork')) === today) {
    doneOn = today
    return false
  }
  const isDone = await withLease(database, 'dailyWork', today, async () => doDailyWork(settings, now))
  if (isDone === true) doneOn = today
  return isDone === false
}

/**
 * Does the daily work now, and then each day, as long as the process lives. Of several processes on one database one does it, under a
 * lease that is taken over when its holder dies. What failed is tried again after an hour.
 */
export function startDailyWork(settings: Settings): void {
  const database = openDatabase(settings.databaseUrl)
  // By a clock that nobody sets.
  let notBeforeMs = 0
  const look = async () => {
    let hasFailed = true
    try {
      hasFailed = await workOf(settings, database)
    } catch (error) {
      if (!isStopping()) log.error(kindOfError(error), 'the daily work could not be done')
    }
    if (hasFailed) notBeforeMs = performance.now() + hourMilliseconds
    underWay = null
  }
  const lookAgain = () => {
    if (underWay === null && performance.now() >= notBeforeMs) underWay = look()
  }
  lookAgain()
  // Each minute, since a laptop that slept at midnight would miss a day, and another instance that did the work may have died.
  setInterval(lookAgain, minuteMilliseconds).unref()
}
