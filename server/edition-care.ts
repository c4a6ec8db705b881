import { openDatabase } from '@/lib/db/engine/client'
import { listFilesToKeep } from '@/lib/db/editions'
import { editionFileSize, removeFilesBut } from '@/lib/editions/edition-files'
import type { Settings } from '@/lib/env'
import { kindOfError, log } from '@/lib/log'
import { runEditionWork } from './edition-work'

/** How often the files are looked at, in milliseconds: what another instance has done to them is seen after that. */
const lookEachMs = 15_000

/** How long a file that could not be made is waited with, in milliseconds. */
const retryMs = 15 * 60_000

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

/** Whether a file that may be delivered is not on this machine: another instance has made the edition. Throws DatabaseError. */
async function isFileMissing(settings: Settings): Promise<boolean> {
  const wanted = await listFilesToKeep(openDatabase(settings.databaseUrl))
  return wanted.some((edition) => editionFileSize(settings, edition) === null)
}

/** Looks after the files now, and then every few seconds, as long as the process lives; makes those that this machine does not have. */
export function startEditionCare(settings: Settings): void {
  let triedMs = 0
  const look = async (): Promise<void> => {
    const isDone = await careForEditionFiles(settings)
    if (!isDone || Date.now() - triedMs < retryMs || !(await isFileMissing(settings))) return
    triedMs = Date.now()
    await runEditionWork(settings, new Date())
  }
  const lookAgain = () => {
    look().catch((error: unknown) => log.error(kindOfError(error), 'files of editions could not be made'))
  }
  lookAgain()
  setInterval(lookAgain, lookEachMs).unref()
}
