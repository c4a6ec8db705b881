import type { AuditEntry } from '@/lib/audit/entry'
import { appendAudit } from '@/lib/db/audit'
import type { Database } from '@/lib/db/engine/client'
import { DatabaseError } from '@/lib/errors'

/**
 * Records in the audit log what was done, and stays done where that cannot be: without the key, or where the log is not what the key
 * sealed, which the daily work reports. Returns whether it is recorded. Throws DatabaseError where the database fails otherwise.
 */
export async function recordWherePossible(
  database: Database,
  key: string | null,
  entry: AuditEntry,
  now: Date,
): Promise<boolean> {
  if (key === null) return false
  try {
    await appendAudit(database, key, entry, now)
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.failure === 'unreadable') return false
    throw error
  }
}
