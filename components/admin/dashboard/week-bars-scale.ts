import { mondayOf, weeksBetween } from '@/lib/counts/week-days'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'

/** A week with its number of contributions; null where it was not counted yet. */
export interface CountedWeek {
  /** ISO week, `YYYY-Www`. */
  readonly week: string
  readonly count: number | null
}

/**
 * Every week from the first that was counted to the running one, earliest first. Between two that were counted, a week that
 * nobody contributed in is not stored: its number is 0. No weeks give none.
 */
export function weeksUntil(
  counted: readonly { readonly week: string; readonly count: number }[],
  running: string,
): readonly CountedWeek[] {
  const [first, last] = [counted[0], counted.at(-1)]
  if (first === undefined || last === undefined) return []
  const counts = new Map(counted.map(({ week, count }) => [week, count]))
  const length = Math.max(weeksBetween(first.week, running) + 1, 0)
  return Array.from({ length }, (_, place) => {
    const week = isoWeekOf(addDays(mondayOf(first.week), 7 * place))
    return { week, count: week > last.week ? null : (counts.get(week) ?? 0) }
  })
}

/** How many lines there are at most above the one at 0. */
const mostTicks = 4

const roundSteps = [1, 2, 5, 10]

/** Multiples of 1, 2 or 5 times a power of ten, from 0 to the first that is not less than `greatest` (0 or more). */
export function ticksUpTo(greatest: number): readonly number[] {
  const least = Math.max(greatest, 1) / mostTicks
  const power = Math.max(10 ** Math.floor(Math.log10(least)), 1)
  const step = power * (roundSteps.find((factor) => power * factor >= least) ?? 10)
  const count = Math.max(Math.ceil(greatest / step), 1)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** How far apart dates are written under the bars, in percent of the picture; the last one needs as much room. */
const leastApartPercent = 20

/** The places of the weeks under which a date is written, out of so many: the first one, and others as there is room. */
export function datedPlaces(weekCount: number): readonly number[] {
  const apart = Math.max(Math.ceil((leastApartPercent * weekCount) / 100), 1)
  const places = Array.from({ length: weekCount }, (_, place) => place).filter((place) => place % apart === 0)
  return places.filter((place) => place === 0 || (100 * place) / weekCount <= 100 - leastApartPercent)
}
