import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { coarseningTo, profileCount, profileOf, type Levels } from './quasi-identifiers'
import { diverseItem, isVaried, joinVarieties, varietyOf, type Variety } from './variety'

/** What every class of a release must have. */
export interface ClassRules {
  /** Least number of records, 1 or more. */
  readonly k: number
  /** Least number of different answers to the item that must be diverse, 2 to `mostKept`, where it applies. */
  readonly l: number
}

/** Records of which nobody can tell, from what is released of the quasi-identifiers, which one is whose. */
export interface RecordClass {
  readonly count: number
  /** null where the diverse item does not apply to any of them: it never does to some only. */
  readonly variety: Variety | null
}

/** A class that grows. */
export type Writable = { -readonly [Field in keyof RecordClass]: RecordClass[Field] }

/** Classes by a number that tells what is known of the quasi-identifiers of each one. */
export type RecordClasses = ReadonlyMap<number, RecordClass>

const conditionalItems = items.filter((item) => item.shownWhen !== null)

const diverseBit = 1 << conditionalItems.findIndex(({ id }) => id === diverseItem.id)

/** Which of the conditional items apply to somebody, as a set of bits: it follows from the profile. */
function applicabilityOf(answers: Answers): number {
  return conditionalItems.reduce((set, item, bit) => set | (isShown(item, answers) ? 1 << bit : 0), 0)
}

/** What was computed before, for each profile: responses are many, and profiles few. */
const applicabilities = new Map<number, number>()

/**
 * What a record tells of its quasi-identifiers when nothing is coarsened: the profile, and, above its digits, which
 * conditional items apply. Coarsening leaves the second as it is: whoever sees `benefits` answered knows that a tool is used
 * now, also where `usage` is withheld.
 */
export function classNumberOf(answers: Answers): number {
  const profile = profileOf(answers)
  const applicability = applicabilities.get(profile) ?? applicabilityOf(answers)
  applicabilities.set(profile, applicability)
  return applicability * profileCount + profile
}

/** Class numbers are below this. Records that earlier releases tell apart are counted in one such range after the other. */
export const classNumbers = profileCount * 2 ** conditionalItems.length

/** Adds records to the class with this number, or makes it. */
export function addTo(classes: Map<number, Writable>, number: number, { count, variety }: RecordClass): void {
  const own = classes.get(number)
  if (!own) {
    classes.set(number, { count, variety })
    return
  }
  own.count += count
  if (variety && own.variety) own.variety = joinVarieties(own.variety, variety)
}

/** The class of one record with this number. */
export function recordOf(answers: Answers, number: number): RecordClass {
  const isDiverseItemShown = (Math.floor(number / profileCount) & diverseBit) !== 0
  return { count: 1, variety: isDiverseItemShown ? varietyOf(answers) : null }
}

/** Classes that come to have the same number, joined. */
export function regroup(
  classes: RecordClasses,
  numberFrom: (number: number) => number,
): Map<number, Writable> {
  const joined = new Map<number, Writable>()
  for (const [number, records] of classes) addTo(joined, numberFrom(number), records)
  return joined
}

/** The classes at these levels, from those at which nothing is coarsened. */
export function classesAt(classes: RecordClasses, levels: Levels): RecordClasses {
  return regroup(classes, coarseningTo(levels))
}

/**
 * Whether the records of a class may be released. Where the diverse item does not apply, nothing is asked of it: that it does
 * not apply is known from the quasi-identifiers, and tells nothing else. Once true, it stays true whatever joins the class.
 */
export function mayBeReleased({ count, variety }: RecordClass, { k, l }: ClassRules): boolean {
  return count >= k && (variety === null || isVaried(variety, l))
}

/** How many records are in classes that may not be released. */
export function withheldCount(classes: RecordClasses, rules: ClassRules): number {
  let withheld = 0
  for (const records of classes.values()) if (!mayBeReleased(records, rules)) withheld += records.count
  return withheld
}
