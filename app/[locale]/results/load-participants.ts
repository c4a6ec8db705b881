import { countedIn } from '@/components/participants/shown-edition'
import type { ShownParticipants } from '@/components/results/participants-note'
import { lastDayOf } from '@/lib/counts/week-days'
import { editions } from '@/lib/db/read-editions'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'

/** What the latest edition of a wave says of this site's participants; null where there is none, or where it cannot be read, which is logged. */
export async function loadParticipants(waveId: string): Promise<ShownParticipants | null> {
  try {
    const edition = await editions.latest(waveId)
    if (edition === null) return null
    const { isDemo, tables } = edition
    const until = lastDayOf(edition.lastWeek)
    return { isDemo, tables, until, count: countedIn(edition) }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the participants cannot be read')
    return null
  }
}
