import { openDatabase } from '@/lib/db/engine/client'
import { failSilent, listKept } from '@/lib/db/releases'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'
import { keptMs, removeAllBut } from '@/lib/release/files'

const minuteMs = 60_000

/**
 * Gives up preparations of which nothing was heard for long, and removes the files that are no longer to be kept: of those, of
 * releases older than a day, and of releases that hold responses which were deleted since. Returns whether it could be done;
 * what kept it from that is logged.
 */
export async function careForReleases(settings: Settings, now: Date): Promise<boolean> {
  try {
    const database = openDatabase(settings.databaseUrl)
    await failSilent(database, now)
    const kept = await listKept(database, new Date(now.getTime() - keptMs))
    const removedCount = removeAllBut(settings, new Set(kept))
    if (removedCount > 0) log.info({ removedCount }, 'files of releases removed')
    return true
  } catch (error) {
    log.error(kindOfError(error), 'files of releases could not be looked after')
    return false
  }
}

/** Looks after releases now, and then each minute, as long as the process lives. */
export function startReleaseCare(settings: Settings): void {
  const look = () => void careForReleases(settings, new Date())
  look()
  setInterval(look, minuteMs).unref()
}
