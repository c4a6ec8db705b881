import { dayOf } from '@/lib/clock/known-time'
import { addDays } from '@/lib/counts/iso-week'
import { isThrough, sundayOf } from '@/lib/counts/week-days'
import { responsesNeeded, rhythmOf, rhythmWeeks, type EarlierEdition } from './due'

/** What is known of a wave between two editions, as far as the next one depends on it. */
interface Live {
  /** Whether its responses are made up. */
  readonly isDemo: boolean
  /** Whether enough responses wait, as of the last Monday. */
  readonly hasEnoughWaiting: boolean
  /** The last day on which answers are contributed; null as long as none was set. */
  readonly lastDay: string | null
}

/** The next edition of a wave, as pages say it. */
export interface NextEdition<Last> {
  /** The edition that it follows; null where it is the first one. */
  readonly last: Last | null
  /** Whether none comes any more: the last one of the wave was made. */
  readonly isOver: boolean
  /** The first day, `YYYY-MM-DD`, on which it may be made; null for the first edition, which may be made each day. */
  readonly earliestOn: string | null
  /** How many responses have to wait for it. */
  readonly needed: number
  /** Whether as many do, as of the last Monday. */
  readonly hasEnoughWaiting: boolean
}

/**
 * When the next edition may come, and what it waits for. `shown`: the last edition that pages show; undefined where there is none.
 * Real responses do not wait for what follows an edition of made-up ones.
 */
export function nextEdition<Shown extends Pick<EarlierEdition, 'lastWeek'> & { readonly isDemo: boolean }>(
  shown: Shown | undefined,
  { isDemo, hasEnoughWaiting, lastDay }: Live,
  yearlyEditions: boolean,
): NextEdition<Shown> {
  const last = shown?.isDemo === isDemo ? shown : null
  const needed = responsesNeeded(last !== null)
  if (last === null) return { last, isOver: false, earliestOn: null, needed, hasEnoughWaiting }
  // The Monday after the last week that it waits for.
  const earliest = addDays(sundayOf(last.lastWeek), 7 * rhythmWeeks[rhythmOf(yearlyEditions)] + 1)
  const isOver = isThrough(last.lastWeek, lastDay)
  return { last, isOver, earliestOn: dayOf(earliest), needed, hasEnoughWaiting }
}
