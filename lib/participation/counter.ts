import type { Figure } from '@/lib/comparison/figures'
import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import { countsVersion, type Counts } from './counts'
import { createItemTallies } from './item-tallies'
import { createStatementTallies } from './statement-tallies'

/** Counts responses one after the other, and keeps none of them. */
export interface Counter {
  /** Counts one person's valid answers; those to items that do not apply are ignored. */
  readonly add: (answers: Answers) => void
  /** What was counted so far. What is added later does not change it. */
  readonly counts: () => Counts
}

const conditionalItems = items.filter((item) => item.shownWhen !== null)

/** As `applicableAnswers`, without a copy when all of them apply: of what is stored, they do. */
function withoutInapplicable(answers: Answers): Answers {
  const allApply = conditionalItems.every((item) => answers[item.id] === undefined || isShown(item, answers))
  return allApply ? answers : applicableAnswers(answers)
}

/** A counter of the responses of one wave, at zero. `figures`: all that were published for the wave. */
export function createCounter(figures: readonly Figure[]): Counter {
  const itemTallies = createItemTallies()
  const statementTallies = createStatementTallies(figures)
  let responses = 0
  return {
    add: (given) => {
      const answers = withoutInapplicable(given)
      responses += 1
      itemTallies.add(answers)
      statementTallies.add(answers)
    },
    counts: () => ({
      version: countsVersion,
      responses,
      cells: itemTallies.counts(),
      statements: statementTallies.counts(),
    }),
  }
}
