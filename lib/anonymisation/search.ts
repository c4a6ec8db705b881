import { lostValues } from './information-loss'
import { leavesFewOut } from './earlier-releases'
import { coarsening, quasiIdentifiers, type Levels } from './quasi-identifiers'
import { regroup, withheldCount, type ClassRules, type RecordClasses } from './record-classes'
import type { RecordTable } from './record-tally'

/** What a release must have. */
export interface ReleaseRules extends ClassRules {
  /** Largest share of the records that may be withheld, 0 to 1: those in classes that may not be released. */
  readonly largestWithheldShare: number
}

/** Levels that meet the rules, and how many records they withhold. */
export interface Found {
  readonly levels: Levels
  readonly withheld: number
}

/** Whether so many withheld records are within the limit; never without records. */
export function isWithinLimit(withheld: number, records: number, { largestWithheldShare }: ReleaseRules) {
  return records > 0 && withheld < records && withheld / records <= largestWithheldShare
}

/**
 * Of all combinations of levels that meet the rules, the one that loses least information (`lostValues`); of equals, the one
 * with the lower level at the first quasi-identifier in which they differ. null where none meets them.
 *
 * Branch and bound: levels are chosen for one quasi-identifier after the other. Whatever is chosen for the rest, the
 * classes are parts of those that remain when the rest is at its highest levels. A class that may be released may still be
 * when others join it, so that no record is withheld there which is released by finer levels. Of all combinations
 * that begin alike, the one with the highest levels therefore withholds least; and the one with the lowest levels
 * loses least of what is released. Together they bound the loss from below. Combinations are left out unseen where the
 * first withholds too many, or where the bound is not under the least loss that was found. What `leavesFewOut` asks has no such
 * order, and is looked at last; the highest levels always meet it, since they divide no class of an earlier release.
 */
export function search({ records, classes }: RecordTable, rules: ReleaseRules): Found | null {
  let best: Found | null = null
  let leastLost = Number.POSITIVE_INFINITY

  /** `before` are the classes at the levels chosen so far, the rest at the lowest. */
  const choose = (chosen: Levels, before: RecordClasses) => {
    const quasiIdentifier = quasiIdentifiers[chosen.length]
    if (!quasiIdentifier) return
    for (const level of quasiIdentifier.levels.keys()) {
      const levels = [...chosen, level]
      if (lostValues(levels, records, 0) >= leastLost) return
      const finest = regroup(before, coarsening(chosen.length, level))
      const coarsest = regroup(finest, (number) => Math.floor(number / quasiIdentifier.place))
      const withheld = withheldCount(coarsest, rules)
      const lost = lostValues(levels, records, withheld)
      if (!isWithinLimit(withheld, records, rules) || lost >= leastLost) continue
      if (levels.length < quasiIdentifiers.length) {
        choose(levels, finest)
      } else if (!leavesFewOut(finest, rules)) {
        best = { levels, withheld }
        leastLost = lost
      }
    }
  }
  choose([], classes)
  return best
}
