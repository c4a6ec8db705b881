import { coarseningTo, type Levels } from './quasi-identifiers'
import { classesAt, classNumbers, mayBeReleased, type ClassRules, type RecordClass } from './record-classes'
import { toldNothing, type RecordTable } from './record-tally'

/** What is released: how coarsely the quasi-identifiers are told, and which classes at these levels. */
export interface ReleasePlan {
  readonly levels: Levels
  /** Keys of classes, see `classKey`. Whatever is in no such class is withheld. */
  readonly released: ReadonlySet<string>
}

/** A class by what earlier releases told of its records, and its number at the levels of a plan. Text that can be stored. */
export function classKey(told: string, number: number): string {
  return `${told}${number}`
}

/** The classes of a table at these levels, by their keys. */
export function keyedClassesAt(table: RecordTable, levels: Levels): ReadonlyMap<string, RecordClass> {
  const keyed = [...classesAt(table.classes, levels)].map(([number, records]) => {
    const told = table.told[Math.floor(number / classNumbers)] ?? toldNothing
    return [classKey(told, number % classNumbers), records] as const
  })
  return new Map(keyed)
}

/** The plan that releases, at these levels, every class that may be released. */
export function planAt(table: RecordTable, levels: Levels, rules: ClassRules): ReleasePlan {
  const classes = [...keyedClassesAt(table, levels)]
  const released = classes.filter(([, records]) => mayBeReleased(records, rules))
  return { levels, released: new Set(released.map(([key]) => key)) }
}

/**
 * The same plan for those of its records that are left, `table`, after some were withdrawn or erased: classes that no longer
 * may be released are withheld. Levels stay, and nothing is released that was not: who has the earlier file learns of those
 * who stayed no more than it told. That more may be withheld than the limit of the search allowed is accepted.
 */
export function renewPlan(plan: ReleasePlan, table: RecordTable, rules: ClassRules): ReleasePlan {
  const { released } = planAt(table, plan.levels, rules)
  return {
    levels: plan.levels,
    released: new Set([...released].filter((key) => plan.released.has(key))),
  }
}

/**
 * Whether a plan releases the records of a class of the table that it was made of, by the class's number there. Whatever is in no
 * released class is withheld.
 */
export function releasing(plan: ReleasePlan, table: RecordTable): (number: number) => boolean {
  const coarsen = coarseningTo(plan.levels)
  const known = new Map<number, boolean>()
  return (number) => {
    const before = known.get(number)
    if (before !== undefined) return before
    const told = table.told[Math.floor(number / classNumbers)] ?? toldNothing
    const isReleased = plan.released.has(classKey(told, coarsen(number % classNumbers)))
    known.set(number, isReleased)
    return isReleased
  }
}
