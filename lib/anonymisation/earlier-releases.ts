import { coarseningTo } from './quasi-identifiers'
import {
  addTo,
  classNumbers,
  mayBeReleased,
  type ClassRules,
  type RecordClasses,
  type Writable,
} from './record-classes'
import { toldNothing } from './record-tally'
import { classKey, type ReleasePlan } from './release-plan'

/** A release that was delivered: its plan as it was first, not renewed, and the last ISO week of the responses that it was made of. */
export interface EarlierRelease {
  readonly cutOffWeek: string
  readonly plan: ReleasePlan
}

/**
 * What earlier releases, in their order, told of a response: in which class it was in each. `number` is the
 * number of its class, `week` its ISO week. Empty where no release held it. Whoever has all files recognises a
 * record in each by its answers to the sensitive items, and knows its levels in all of them together: so a class of a
 * new release must be of records of which the same was told. Records that were in no file are alike in this, new or not.
 *
 * Source: S. R. Ganta, S. P. Kasiviswanathan and A. Smith, "Composition attacks and auxiliary information in data privacy",
 * KDD 2008, 265-273.
 */
export function createTeller(earlier: readonly EarlierRelease[]): (number: number, week: string) => string {
  const releases = earlier.map((release) => ({ ...release, coarsen: coarseningTo(release.plan.levels) }))
  return (number, week) => {
    if (releases.length === 0) return toldNothing
    return releases.reduce((told, release) => {
      const key = classKey(told, release.coarsen(number))
      if (week <= release.cutOffWeek && release.plan.released.has(key)) return `${key};`
      return told === toldNothing ? toldNothing : `${told}-;`
    }, toldNothing)
  }
}

/**
 * Whether these classes would set few people apart by leaving them out: a class of an earlier release, of which some records
 * are released again and the others are not, and these could not be released as a class of their own. Classes are
 * numbered as in a `RecordTable`, whose first range is of records that no release told of.
 */
export function leavesFewOut(classes: RecordClasses, rules: ClassRules): boolean {
  const leftOut = new Map<number, Writable>()
  const released = new Set<number>()
  for (const [number, records] of classes) {
    const told = Math.floor(number / classNumbers)
    if (mayBeReleased(records, rules)) released.add(told)
    else if (told > 0) addTo(leftOut, told, records)
  }
  return [...leftOut].some(([told, records]) => released.has(told) && !mayBeReleased(records, rules))
}
