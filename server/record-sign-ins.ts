import { recordUnknownSignIns } from '@/lib/db/admin/unknown-sign-ins'
import type { Database } from '@/lib/db/engine/client'
import type { Settings } from '@/lib/env'
import { readSecret } from '@/lib/keys/secrets'
import { kindOfError, log } from '@/lib/log'

/**
 * Records the sign-ins with addresses that nobody has, one entry for each day that is over. Returns whether they could be recorded:
 * a log that is broken must not keep old responses from being erased.
 */
export async function recordSignIns(settings: Settings, database: Database, now: Date): Promise<boolean> {
  try {
    await recordUnknownSignIns(database, readSecret(settings, 'audit'), now)
    return true
  } catch (error) {
    log.error(kindOfError(error), 'sign-ins with unknown addresses could not be recorded')
    return false
  }
}
