import type { Answers } from '@/lib/instrument/answers'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { unanswered } from './hierarchies'
import { coarseningTo, quasiIdentifiers, type Levels } from './quasi-identifiers'
import { classesAt, classNumberOf, mayBeReleased, type ClassRules } from './record-classes'
import type { RecordTable } from './record-tally'

/** What is released: how coarsely the quasi-identifiers are told, and which classes at these levels. */
export interface ReleasePlan {
  readonly levels: Levels
  /** Numbers of classes. Whatever is in no such class is withheld. */
  readonly released: ReadonlySet<number>
}

/** What stands in a released record where an item does not apply. */
export const notApplicable = 'notApplicable'

/** An option, a list of them, the value of a coarser level, `unanswered` or `notApplicable`. */
export type ReleasedValue = string | readonly string[]
export type ReleasedRecord = Readonly<Record<ItemId, ReleasedValue>>

/** The plan that releases, at these levels, every class that may be released. */
export function planAt(table: RecordTable, levels: Levels, rules: ClassRules): ReleasePlan {
  const classes = [...classesAt(table.classes, levels)]
  const released = classes.filter(([, records]) => mayBeReleased(records, rules))
  return { levels, released: new Set(released.map(([number]) => number)) }
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
    released: new Set([...released].filter((number) => plan.released.has(number))),
  }
}

/**
 * What a plan makes of one person's valid answers: a value for every item, or `withheld`. Quasi-identifiers are told at their
 * levels, answers to sensitive items as they are. Which items apply is told: all records of a class agree in it.
 * Only answers that were in the table of the plan may be passed, each once: read both in one consistent reading.
 */
export function createGeneraliser(plan: ReleasePlan): (answers: Answers) => ReleasedRecord | 'withheld' {
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
  return (answers) => {
    if (!plan.released.has(coarsen(classNumberOf(answers)))) return 'withheld'
    return Object.fromEntries(items.map((item) => [item.id, valueOf(item, answers)])) as ReleasedRecord
  }
}
