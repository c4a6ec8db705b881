import { currentWaveId } from '@/lib/comparison/waves'
import { deleteAdminLeftovers } from '@/lib/db/admin-leftovers'
import { openDatabase } from '@/lib/db/client'
import { takeSnapshot } from '@/lib/db/participant-snapshot'
import { purge } from '@/lib/db/purge'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'

const hourMilliseconds = 60 * 60 * 1000

/**
 * What is done once a day: erasing what was kept for long enough, and counting the participants. Returns whether it could
 * be done; what kept it from being done is logged.
 */
export async function doDailyWork({ databaseUrl, contribution }: Settings, now: Date): Promise<boolean> {
  const database = openDatabase(databaseUrl, { dedicated: true })
  try {
    log.info(await purge(database, now, contribution), 'purged')
    log.info(await deleteAdminLeftovers(database, now), 'expired sessions and links of admins deleted')
    if (await takeSnapshot(database, currentWaveId, now)) log.info('participants counted')
    return true
  } catch (error) {
    log.error(kindOfError(error), 'the daily work could not be done')
    return false
  } finally {
    await database.close().catch(() => undefined)
  }
}

/** Does the daily work now, and then each day, as long as the process lives. What failed is tried again each hour. */
export function startDailyWork(settings: Settings): void {
  let doneOn = ''
  const look = async (): Promise<void> => {
    const now = new Date()
    const today = now.toISOString().slice(0, 10)
    if (today !== doneOn && (await doDailyWork(settings, now))) doneOn = today
  }
  void look()
  // Each hour, since a laptop that slept at midnight would miss a day.
  setInterval(() => void look(), hourMilliseconds).unref()
}
