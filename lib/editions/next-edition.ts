import { addDays } from '@/lib/counts/iso-week'
import { sundayOf } from '@/lib/counts/week-days'
import { rhythmWeeks, type EarlierEdition, type Rhythm } from './due'

/** What is to be said of the next edition of a wave. */
export interface NextEdition {
  /** The first day, `YYYY-MM-DD`, on which it may be made; null for the first edition, which may be made each day. */
  readonly earliestOn: string | null
  /** Whether enough responses wait for it, as of the last Monday. */
  readonly hasEnoughWaiting: boolean
}

/** When the next edition may come, and what it waits for. `last`: the last edition, null where there is none. */
export function nextEdition(
  last: Pick<EarlierEdition, 'lastWeek'> | null,
  hasEnoughWaiting: boolean,
  rhythm: Rhythm,
): NextEdition {
  if (last === null) return { earliestOn: null, hasEnoughWaiting }
  // The Monday after the last week that it waits for.
  const earliest = addDays(sundayOf(last.lastWeek), 7 * rhythmWeeks[rhythm] + 1)
  return { earliestOn: earliest.toISOString().slice(0, 10), hasEnoughWaiting }
}
