import { chosenOptions, type Answers } from '@/lib/instrument/answers'
import type { ItemId } from '@/lib/instrument/catalogue'

/** True or false where the answers tell; null where they do not. Combined by Kleene's three-valued logic. */
export type Truth = boolean | null

/** A statement about a person, and the items that it reads. */
export interface Predicate {
  readonly reads: readonly ItemId[]
  readonly test: (answers: Answers) => Truth
}

/** True of everyone. */
export const everyone: Predicate = { reads: [], test: () => true }

/** One of the options was chosen for the item; null when the item is unanswered. */
export function chose(item: ItemId, ...options: readonly string[]): Predicate {
  return {
    reads: [item],
    test: (answers) => {
      const chosen = chosenOptions(answers, item)
      return chosen.length === 0 ? null : chosen.some((option) => options.includes(option))
    },
  }
}

const readsOf = (predicates: readonly Predicate[]) => [
  ...new Set(predicates.flatMap((predicate) => predicate.reads)),
]

/** True when one is true, false when all are false, else null. */
export function anyOf(...predicates: readonly Predicate[]): Predicate {
  return {
    reads: readsOf(predicates),
    test: (answers) => {
      const truths = predicates.map((predicate) => predicate.test(answers))
      if (truths.includes(true)) return true
      return truths.includes(null) ? null : false
    },
  }
}

/** True when the predicate is false, and the reverse; null stays null. */
export function not(predicate: Predicate): Predicate {
  return {
    reads: predicate.reads,
    test: (answers) => {
      const truth = predicate.test(answers)
      return truth === null ? null : !truth
    },
  }
}

/** False when one is false, true when all are true, else null. */
export function allOf(...predicates: readonly Predicate[]): Predicate {
  return not(anyOf(...predicates.map(not)))
}
