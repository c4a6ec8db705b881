import { informationLoss } from './information-loss'
import { levelIds, profileCount, type QuasiIdentifierId } from './quasi-identifiers'
import { regroup } from './record-classes'
import type { LevelId } from './hierarchies'
import type { RecordTable } from './record-tally'
import { keyedClassesAt, type ReleasePlan } from './release-plan'

/** What a release tells, what it withholds, and how easily somebody could be found in it. Shares and risks are of 1. */
export interface RiskReport {
  /** Records that could have been released: n + withheld. */
  readonly records: number
  /** Records that are: n. */
  readonly exported: number
  readonly withheld: number
  readonly withheldShare: number
  /** Classes in the file: J. Alike in their quasi-identifiers, the items that apply, and what earlier releases told. */
  readonly classes: number
  /** Records in the smallest class, min f: as many at least fit whatever is known of somebody's quasi-identifiers. */
  readonly smallestClass: number
  /** Half of the classes have this many records or fewer; the mean of the middle two of an even number. */
  readonly medianClass: number
  /** Risk of whoever is in the smallest class to be found by somebody who knows that they are in the file: 1 / min f. */
  readonly highestRisk: number
  /** Mean of that risk, 1 / f, over the records: J / n. */
  readonly averageRisk: number
  /** Share of the records that nothing else equalled in the quasi-identifiers before they were coarsened. */
  readonly uniqueBeforeShare: number
  readonly levels: Readonly<Record<QuasiIdentifierId, LevelId>>
  /** See `informationLoss`. */
  readonly loss: number
  /** Least number of different answers to the diverse item in a class, `mostKept` for more; null where it applies to none. */
  readonly differentAnswers: number | null
}

/** The middle one of ascending numbers, or the mean of the middle two. */
function medianOf(ascending: readonly number[]): number {
  const upper = ascending[Math.floor(ascending.length / 2)] ?? Number.NaN
  const lower = ascending[Math.ceil(ascending.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** How many profiles are those of a single record, whatever earlier releases told of it. */
function uniqueProfiles({ classes }: RecordTable): number {
  const profiles = regroup(classes, (number) => number % profileCount)
  return [...profiles.values()].filter(({ count }) => count === 1).length
}

/**
 * The risk report of a plan for the records in the table; null where it releases none.
 *
 * Everybody is taken to be known to have contributed (the prosecutor's risk; a journalist's, who does not know it, is
 * smaller). Where a class has f records, the risk of each is 1 / f. Its mean over n records in J classes is
 * (1/n) Σ f · (1/f) = J / n.
 *
 * Sources: K. El Emam, Guide to the De-Identification of Personal Health Information, CRC Press 2013, chapter on measuring
 * re-identification risk; the same as in ARX: F. Prasser et al., "Flexible data anonymization using ARX", Software:
 * Practice and Experience 50 (2020), 1277-1304.
 */
export function riskReport(table: RecordTable, plan: ReleasePlan): RiskReport | null {
  const { records } = table
  const released = [...keyedClassesAt(table, plan.levels)]
    .filter(([key]) => plan.released.has(key))
    .map(([, recordClass]) => recordClass)
  const sizes = released.map(({ count }) => count).toSorted((one, other) => one - other)
  const exported = sizes.reduce((sum, size) => sum + size, 0)
  const [smallestClass] = sizes
  const withheld = records - exported
  const loss = informationLoss(plan.levels, records, withheld)
  if (smallestClass === undefined || loss === null) return null
  const given = released.flatMap(({ variety }) => variety?.given.length ?? [])
  return {
    records,
    exported,
    withheld,
    withheldShare: withheld / records,
    classes: sizes.length,
    smallestClass,
    medianClass: medianOf(sizes),
    highestRisk: 1 / smallestClass,
    averageRisk: sizes.length / exported,
    uniqueBeforeShare: uniqueProfiles(table) / records,
    levels: levelIds(plan.levels),
    loss,
    differentAnswers: given.length > 0 ? given.reduce((least, count) => Math.min(least, count)) : null,
  }
}
