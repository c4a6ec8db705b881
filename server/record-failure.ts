import { systemActor } from '@/lib/audit/entry'
import { currentWaveId } from '@/lib/comparison/waves'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import type { Settings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { kindOfError, log } from '@/lib/log'

/** Records that the day's work in publishing failed, once a day: it is tried again each hour. What keeps it from being recorded is logged. */
export async function recordFailure(settings: Settings, now: Date): Promise<void> {
  const database = openDatabase(settings.databaseUrl)
  try {
    const today = now.toISOString().slice(0, 10)
    const isRecorded = await database.run(async (client) =>
      client.auditEntry.count({ where: { action: 'editionFailed', at: { startsWith: today } } }),
    )
    if (isRecorded > 0) return
    const failed = {
      action: 'editionFailed',
      subject: currentWaveId,
      outcome: 'failed',
      details: {},
    } as const
    await appendAudit(database, readSecret(settings, 'audit'), { ...failed, actor: systemActor }, now)
  } catch (error) {
    log.error({ ...kindOfError(error), action: 'editionFailed' }, 'the audit log could not be written to')
  } finally {
    await database.close().catch(() => undefined)
  }
}
