import { appDatabase } from '@/lib/db/engine/client'
import { readOwnerSettings } from '@/lib/db/settings'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'
import { strictestSettings, type PublicSettings } from '@/lib/settings/owner-settings'

/** What owners have set, for the public pages; the strictest that they can set where it cannot be read. */
export async function settingsInForce(): Promise<PublicSettings> {
  const longest = readSettings().contribution
  try {
    return await readOwnerSettings(appDatabase, longest)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the settings cannot be read')
    return strictestSettings(longest)
  }
}
