import type { ShownNext } from '@/components/participants/shown-edition'
import type { Figure } from '@/lib/comparison/figures'
import { currentWaveId } from '@/lib/comparison/waves'
import { dayIn, isOver } from '@/lib/contribution/openness'
import { isThrough } from '@/lib/counts/week-days'
import type { ListedEdition } from '@/lib/db/editions'
import { editions, readLiveNumbers, type PublishedEdition } from '@/lib/db/read-editions'
import { readWaveFigures } from '@/lib/db/waves/figures'
import { nextEdition } from '@/lib/editions/next-edition'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'
import { settingsInForce } from './settings-in-force'

/** What the page of an edition shows. */
export interface LoadedEdition {
  /** null: there is none of this id, or none yet. */
  readonly edition: PublishedEdition | null
  /** The one before it. */
  readonly before: PublishedEdition | null
  /** All of the wave, the first one first. */
  readonly list: readonly ListedEdition[]
  /** null: the last edition of a wave that is over was made. */
  readonly next: ShownNext | null
  readonly figures: readonly Figure[]
}

async function loadNext(shown: ListedEdition | undefined): Promise<ShownNext | null> {
  const { isDemo, hasEnoughWaiting, firstDay, lastDay } = await readLiveNumbers(currentWaveId)
  // Real responses do not wait for what follows an edition of made-up ones.
  const last = shown?.isDemo === isDemo ? shown : null
  if (last !== null && isThrough(last.lastWeek, lastDay)) return null
  const { yearlyEditions } = await settingsInForce()
  const next = nextEdition(last, hasEnoughWaiting, yearlyEditions ? 'yearly' : 'quarterly')
  const now = new Date()
  const opensOn = firstDay !== null && dayIn(now) < firstDay ? firstDay : null
  return { ...next, opensOn, lastDay, isOver: isOver({ lastDay }, now) }
}

/** An edition of the current wave by its id, or the latest one where that is null; or the failure to read it, which is logged. */
export async function loadEdition(id: string | null): Promise<LoadedEdition | DatabaseError> {
  try {
    const list = await editions.list(currentWaveId)
    const place = id === null ? list.length - 1 : list.findIndex((each) => each.id === id)
    const read = async (listed: ListedEdition | undefined) =>
      listed === undefined ? null : editions.find(currentWaveId, listed.id)
    const [edition, before] = [await read(list[place]), await read(list[place - 1])]
    const next = await loadNext(list.at(-1))
    return { edition, before, list, next, figures: (await readWaveFigures(currentWaveId)).figures }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the editions cannot be read')
    return error
  }
}
