import { weeksBetween } from '@/lib/counts/week-days'

/** How many responses the first edition needs. */
export const firstEditionFrom = 100

/** How many responses the weeks since the last edition have to bring. */
export const enoughNew = 50

/** How much larger a wave has to be than any edition before was. */
const growth = 1.25

/** Weeks from one edition to the next at least: a quarter of a year, or a year where owners chose that. */
export const rhythmWeeks = { quarterly: 13, yearly: 52 } as const
export type Rhythm = keyof typeof rhythmWeeks

/** The rhythm that owners chose. */
export const rhythmOf = (yearlyEditions: boolean): Rhythm => (yearlyEditions ? 'yearly' : 'quarterly')

/** How many responses have to wait for an edition: the first one of a wave, or one that has editions before it. */
export const responsesNeeded = (hasEarlier: boolean): number => (hasEarlier ? enoughNew : firstEditionFrom)

/** An edition that was made, as far as the next one depends on it. */
export interface EarlierEdition {
  /** ISO week: responses of this week and of earlier ones were in it. */
  readonly lastWeek: string
  /** Responses of the wave by then, rounded. */
  readonly contributionCount: number
}

/** Numbers of responses by ISO week. */
export type PerWeek = ReadonlyMap<string, number>

/** How many responses came in the weeks after `week`, all where it is null, until `lastWeek` is over. */
export function countSince(perWeek: PerWeek, week: string | null, lastWeek: string): number {
  return [...perWeek]
    .filter(([each]) => each <= lastWeek && (week === null || each > week))
    .reduce((sum, [, count]) => sum + count, 0)
}

/**
 * Whether the next edition of a wave is due once `endedWeek` is over: the first one from `firstEditionFrom` responses on; a later
 * one where a quarter of a year, or a year, has passed, the weeks since the last one brought `enoughNew`, and the wave has a
 * quarter more responses than any edition before. Once the wave is over, it need not have grown so much. `earlier`: all
 * editions of the wave, in their order; `perWeek`: the responses that are stored today.
 *
 * Few editions, each of many new people: the difference of two then tells nothing certain of one of them.
 */
export function isEditionDue(
  earlier: readonly EarlierEdition[],
  perWeek: PerWeek,
  endedWeek: string,
  { rhythm, isWaveOver }: { readonly rhythm: Rhythm; readonly isWaveOver: boolean },
): boolean {
  const total = countSince(perWeek, null, endedWeek)
  const last = earlier.at(-1)
  const isEnough =
    countSince(perWeek, last?.lastWeek ?? null, endedWeek) >= responsesNeeded(last !== undefined)
  if (last === undefined) return isEnough
  const largest = Math.max(...earlier.map(({ contributionCount }) => contributionCount))
  return (
    weeksBetween(last.lastWeek, endedWeek) >= rhythmWeeks[rhythm] &&
    isEnough &&
    (isWaveOver || total >= growth * largest)
  )
}
