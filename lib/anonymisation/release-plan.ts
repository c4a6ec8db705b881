import type { Answers } from '@/lib/instrument/answers'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { unanswered } from './hierarchies'
import { coarseningTo, quasiIdentifiers, type Levels } from './quasi-identifiers'
import {
  classesAt,
  classNumberOf,
  classNumbers,
  mayBeReleased,
  type ClassRules,
  type RecordClass,
} from './record-classes'
import { toldNothing, type RecordTable } from './record-tally'

/** What is released: how coarsely the quasi-identifiers are told, and which classes at these levels. */
export interface ReleasePlan {
  readonly levels: Levels
  /** Keys of classes, see `classKey`. Whatever is in no such class is withheld. */
  readonly released: ReadonlySet<string>
}

/** What stands in a released record where an item does not apply. */
export const notApplicable = 'notApplicable'

/** An option, a list of them, the value of a coarser level, `unanswered` or `notApplicable`. */
export type ReleasedValue = string | readonly string[]
export type ReleasedRecord = Readonly<Record<ItemId, ReleasedValue>>

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
 * What a plan makes of one person's valid answers: a value for every item, or `withheld`. Quasi-identifiers are told at their
 * levels, answers to sensitive items as they are. Which items apply is told: all records of a class agree in it.
 * `told` is as in the tally. Only answers that were counted in the table of the plan may be passed, each once: read both in one
 * consistent reading.
 */
export function createGeneraliser(
  plan: ReleasePlan,
): (answers: Answers, told?: string) => ReleasedRecord | 'withheld' {
  const coarsen = coarseningTo(plan.levels)
  const toldAt = new Map<ItemId, (answer: string) => string>(
    quasiIdentifiers.map(({ id, answers: known, levels }, index) => {
      const level = levels[plan.levels[index] ?? 0]
      return [id, (answer) => level?.values[level.codes[known.indexOf(answer)] ?? -1] ?? unanswered]
    }),
  )
  const valueOf = (item: (typeof items)[number], answers: Answers): ReleasedValue => {
    const answer = answers[item.id]
    const tell = toldAt.get(item.id)
    if (tell) return tell(typeof answer === 'string' ? answer : unanswered)
    return isShown(item, answers) ? (answer ?? unanswered) : notApplicable
  }
  return (answers, told = toldNothing) => {
    if (!plan.released.has(classKey(told, coarsen(classNumberOf(answers))))) return 'withheld'
    return Object.fromEntries(items.map((item) => [item.id, valueOf(item, answers)])) as ReleasedRecord
  }
}
