import { systemActor } from '@/lib/audit/entry'
import { openDatabase } from '@/lib/db/engine/client'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'
import { createDailyAudit } from './daily-audit'

/** Records that the day's work in publishing failed, once a day: it is tried again each hour. What keeps it from being recorded is logged. */
export async function recordFailure(settings: Settings, now: Date): Promise<void> {
  const database = openDatabase(settings.databaseUrl)
  try {
    const subject = await readCurrentWaveId(database)
    const entry = { actor: systemActor, subject, outcome: 'failed', details: {} } as const
    await createDailyAudit(settings, database, now).recordOnceADay({ ...entry, action: 'editionFailed' })
  } catch (error) {
    log.error({ ...kindOfError(error), action: 'editionFailed' }, 'the audit log could not be written to')
  } finally {
    await database.close().catch(() => undefined)
  }
}
