import { isWaveOver } from '@/app/is-wave-over'
import { appDatabase } from '@/lib/db/engine/client'
import { readOwnerSettings } from '@/lib/db/settings'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'
import { strictestSettings, type PublicSettings } from '@/lib/settings/owner-settings'

/** What owners have set, for the public pages, and no contributions once the wave is over; the strictest that they can set where it cannot be read. */
export async function settingsInForce(): Promise<PublicSettings> {
  const longest = readSettings().contribution
  try {
    const settings = await readOwnerSettings(appDatabase, longest)
    return { ...settings, contributionOpen: settings.contributionOpen && !(await isWaveOver()) }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the settings cannot be read')
    return strictestSettings(longest)
  }
}
