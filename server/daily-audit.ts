import type { AuditHead } from '@/lib/audit/chain'
import { systemActor, type AuditEntry } from '@/lib/audit/entry'
import { dayOf } from '@/lib/clock/known-time'
import { notedHeadText } from '@/lib/audit/noted-head'
import { appendAudit } from '@/lib/db/audit'
import { verifyAudit } from '@/lib/db/read-audit'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import type { Settings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { kindOfError, log } from '@/lib/log'

export interface DailyAudit {
  /** Records what was done. Returns whether it could be recorded; what kept it from being recorded is logged. */
  readonly record: (entry: AuditEntry) => Promise<boolean>
  /** The same, unless it was recorded that day already: what failed is tried again each hour. */
  readonly recordOnceADay: (entry: AuditEntry) => Promise<boolean>
  /**
   * Verifies the audit log, and logs and records what came out: as an error where the log is not whole. Also logs where
   * the audit log ends, which makes the operator's log a witness outside the database. Returns whether it could be recorded.
   */
  readonly verify: () => Promise<boolean>
}

/**
 * The audit log of the daily work, which has a `dedicated` database to read from. A log that is broken must not keep old
 * responses from being erased.
 */
export function createDailyAudit(settings: Settings, dedicated: Database, now: Date): DailyAudit {
  const key = readSecret(settings, 'audit')
  // Writes take their turn with the requests': SQLite's driver keeps the whole process waiting for a lock that another of
  // its own connections holds.
  const shared = openDatabase(settings.databaseUrl)
  const append = async (entry: AuditEntry): Promise<AuditHead | null> => {
    try {
      return await appendAudit(shared, key, entry, now)
    } catch (error) {
      log.error({ ...kindOfError(error), action: entry.action }, 'the audit log could not be written to')
      return null
    }
  }
  const isRecordedToday = async ({ action }: AuditEntry) =>
    shared.run(async (client) => {
      const at = { startsWith: dayOf(now) }
      return (await client.auditEntry.count({ where: { action, at } })) > 0
    })
  return {
    recordOnceADay: async (entry) => (await isRecordedToday(entry)) || (await append(entry)) !== null,
    record: async (entry) => (await append(entry)) !== null,
    verify: async () => {
      const report = await verifyAudit(dedicated, key)
      const { entryCount, invalidCount, firstInvalid } = report
      const isWhole = firstInvalid === null
      if (isWhole) log.info({ entryCount }, 'the audit log is whole')
      else log.error(report, 'the audit log is not whole')
      const head = await append({
        actor: systemActor,
        action: 'auditVerified',
        subject: null,
        outcome: isWhole ? 'succeeded' : 'failed',
        details: { entryCount, invalidCount, ...(!isWhole && { firstInvalid }) },
      })
      if (head !== null) log.info({ head: notedHeadText(head) }, 'the audit log ends here')
      return head !== null
    },
  }
}
