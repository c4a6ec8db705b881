import { cache } from 'react'
import type { ShownNext } from '@/components/participants/shown-edition'
import { dayOf } from '@/lib/clock/known-time'
import type { Figure } from '@/lib/comparison/figures'
import { isOver } from '@/lib/contribution/openness'
import { appDatabase } from '@/lib/db/engine/client'
import type { ListedEdition } from '@/lib/db/editions'
import { editions, readLiveNumbers, type PublishedEdition } from '@/lib/db/read-editions'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
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

/** The editions of the current wave and what is known since the last one. Read once in a request, by its title, its page and the dashboard. */
export const readEditions = cache(async () => {
  const waveId = await readCurrentWaveId(appDatabase)
  return { waveId, list: await editions.list(waveId), live: await readLiveNumbers(waveId) }
})

async function loadNext(): Promise<ShownNext | null> {
  const { list, live } = await readEditions()
  const { yearlyEditions } = await settingsInForce()
  const { last: _, isOver: isLastMade, ...next } = nextEdition(list.at(-1), live, yearlyEditions)
  if (isLastMade) return null
  const { firstDay, lastDay } = live
  const now = new Date()
  const opensOn = firstDay !== null && dayOf(now) < firstDay ? firstDay : null
  return { ...next, opensOn, lastDay, isOver: isOver({ lastDay }, now) }
}

/** An edition of the current wave by its id, or the latest one where that is null; or the failure to read it, which is logged. */
export const loadEdition = cache(async (id: string | null): Promise<LoadedEdition | DatabaseError> => {
  try {
    const { waveId, list } = await readEditions()
    const place = id === null ? list.length - 1 : list.findIndex((each) => each.id === id)
    const read = async (listed: ListedEdition | undefined) =>
      listed === undefined ? null : editions.find(waveId, listed.id)
    const [edition, before] = [await read(list[place]), await read(list[place - 1])]
    const { figures } = await readWaveFigures(waveId)
    return { edition, before, list, next: await loadNext(), figures }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the editions cannot be read')
    return error
  }
})
