import { openDatabase } from '@/lib/db/engine/client'
import { listFilesToKeep } from '@/lib/db/editions'
import { removeFilesBut } from '@/lib/editions/edition-files'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'

const minuteMs = 60_000

/**
 * Removes the files of editions that are not to be delivered any more: another edition came, or a response of them was deleted.
 * Returns whether it could be done; what kept it from that is logged.
 */
export async function careForEditionFiles(settings: Settings): Promise<boolean> {
  try {
    const wanted = await listFilesToKeep(openDatabase(settings.databaseUrl))
    const removedCount = removeFilesBut(settings, wanted)
    if (removedCount > 0) log.info({ removedCount }, 'files of editions removed')
    return true
  } catch (error) {
    log.error(kindOfError(error), 'files of editions could not be looked after')
    return false
  }
}

/** Looks after the files now, and then each minute, as long as the process lives. */
export function startEditionCare(settings: Settings): void {
  const look = () => void careForEditionFiles(settings)
  look()
  setInterval(look, minuteMs).unref()
}
