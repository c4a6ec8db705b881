import { bands, type Band } from './edition-tables'
import { roundingBase } from './random-rounding'

/** Numbers of people that were rounded at random. */
export type RoundedCounts = Readonly<Record<Band, number>>

/** The rounded cells of one question. */
export interface RoundedTable {
  readonly kind: 'single' | 'multiple'
  /** How many answered; of a single choice, the sum of the options. */
  readonly answered: RoundedCounts
  readonly options: readonly RoundedCounts[]
}

/** By how much, at most, rounding adds to a number or takes from it. */
const error = roundingBase - 1

/** The fewest people that can be behind some rounded numbers that stand for different people, taken together. */
const fewestBehind = (counts: readonly number[]) =>
  counts.reduce((sum, count) => sum + Math.max(0, count - error), 0)

/** Whether a rounded number may be shown: there are `smallestGroup` people behind it at least. */
export function isLargeEnough(count: number, smallestGroup: number): boolean {
  return count - error >= smallestGroup
}

/**
 * Which options of a table are suppressed, as one verdict for each option and all bands: what one band shows, the sum of both
 * would else tell of the other.
 *
 * An option is suppressed where fewer than `smallestGroup` people may be behind it in some band: under 15 with eleven. Then, so
 * that it does not follow from the base and the options that are shown: of a single choice, the next smallest one is
 * suppressed, until two of them have `smallestGroup` people behind them in each band, however they were rounded; of several
 * choices, an option is suppressed where nearly everyone chose it, which discloses the few others.
 *
 * Source: primary and secondary suppression, A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapter 4.
 */
export function suppressedOptions(
  { kind, answered, options }: RoundedTable,
  smallestGroup: number,
): readonly boolean[] {
  const isSmall = (counts: RoundedCounts) => bands.some((band) => !isLargeEnough(counts[band], smallestGroup))
  const suppressed = options.map(isSmall)
  if (kind === 'multiple') {
    // The difference of two rounded numbers is off by twice the error.
    const leavesFew = (counts: RoundedCounts) =>
      bands.some((band) => answered[band] - counts[band] - 2 * error < smallestGroup)
    return options.map((counts, place) => suppressed[place] === true || leavesFew(counts))
  }
  const isProtected = () => {
    const hidden = options.filter((_, place) => suppressed[place])
    return (
      hidden.length === 0 ||
      (hidden.length > 1 &&
        bands.every((band) => fewestBehind(hidden.map((counts) => counts[band])) >= smallestGroup))
    )
  }
  const bySize = [...options.keys()].toSorted((one, other) => sizeOf(options[one]) - sizeOf(options[other]))
  for (const place of bySize) {
    if (isProtected()) break
    suppressed[place] = true
  }
  return suppressed
}

const sizeOf = (counts: RoundedCounts | undefined) =>
  counts ? Math.min(...bands.map((band) => counts[band])) : 0
