import type { Answers } from '@/lib/instrument/answers'
import { coarseningTo } from './quasi-identifiers'
import {
  addTo,
  classNumberOf,
  classNumbers,
  mayBeReleased,
  type ClassRules,
  type RecordClasses,
  type Writable,
} from './record-classes'
import { classKey, type ReleasePlan } from './release-plan'

/** A release that was delivered: its plan, and the responses that it was made of, those of this cut-off and before it. */
export interface EarlierRelease {
  readonly cutOff: number
  readonly plan: ReleasePlan
}

/**
 * What earlier releases, in their order, told of a response: in which class it was in each. `cutOff` is the first that it
 * belongs to, null where it belongs to none. Empty where none released it. Whoever has all files recognises a record in
 * each by its answers to the sensitive items, and knows the levels of all of them together: so a class of a new release
 * must be of records of which the same was told. Records that were never released are alike in this, be they new or not.
 *
 * Source: S. R. Ganta, S. P. Kasiviswanathan and A. Smith, "Composition attacks and auxiliary information in data privacy",
 * KDD 2008, 265-273.
 */
export function toldBefore(
  answers: Answers,
  cutOff: number | null,
  earlier: readonly EarlierRelease[],
): string {
  const number = classNumberOf(answers)
  return earlier.reduce((told, release) => {
    const key = classKey(told, coarseningTo(release.plan.levels)(number))
    if (cutOff !== null && cutOff <= release.cutOff && release.plan.released.has(key)) return `${key};`
    return told === '' ? '' : `${told}-;`
  }, '')
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
