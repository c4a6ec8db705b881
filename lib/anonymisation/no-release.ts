import { quasiIdentifiers } from './quasi-identifiers'
import { classesAt, mayBeReleased, withheldCount } from './record-classes'
import type { RecordTable } from './record-tally'
import { ruleLimits } from './release-rules'
import { isWithinLimit, type ReleaseRules } from './search'

/** Why no combination of levels meets the rules, and which rules would be met. Told of the highest levels: others withhold more. */
export interface NoRelease {
  readonly records: number
  /** Records in classes of fewer than k. */
  readonly inSmallClasses: number
  /** Records in classes that are large enough, but without the different answers that were asked for. */
  readonly inUniformClasses: number
  /** The largest k of those that can be asked for that would be met, all else alike; null where none is. */
  readonly largestK: number | null
  /** The least share of records, 0 to 1, that has to be withheld with this k and l; null without records. 1 means all. */
  readonly leastWithheldShare: number | null
}

const highest = quasiIdentifiers.map(({ levels }) => levels.length - 1)

/**
 * What was in the way of a release for which `search` found nothing. The rules are met by some levels if and only if they are
 * met by the highest ones, which withhold least: so that only these have to be looked at.
 */
export function whyNoRelease(table: RecordTable, rules: ReleaseRules): NoRelease {
  const { records } = table
  const classes = classesAt(table.classes, highest)
  const all = [...classes.values()]
  const count = (those: typeof all) => those.reduce((sum, recordClass) => sum + recordClass.count, 0)
  const isMetBy = (k: number) => isWithinLimit(withheldCount(classes, { ...rules, k }), records, rules)

  let largestK: number = ruleLimits.k.most
  while (largestK >= ruleLimits.k.least && !isMetBy(largestK)) largestK -= 1
  const small = all.filter((recordClass) => recordClass.count < rules.k)
  const failing = all.filter((recordClass) => !mayBeReleased(recordClass, rules))
  return {
    records,
    inSmallClasses: count(small),
    inUniformClasses: count(failing) - count(small),
    largestK: largestK >= ruleLimits.k.least ? largestK : null,
    leastWithheldShare: records === 0 ? null : count(failing) / records,
  }
}
