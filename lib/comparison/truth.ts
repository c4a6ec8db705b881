import type { Answers } from '@/lib/instrument/answers'
import type { TimeFrame } from './figures'
import type { Statement } from './indicators'
import type { Predicate, Truth } from './predicates'

/** The ways to understand a statement under a time frame: two where the source leaves open, or nobody has said, whether past use counts. */
function understandings({ isTrue }: Statement, timeFrame: TimeFrame | null): readonly Predicate[] {
  if (!('now' in isTrue)) return [isTrue]
  if (timeFrame === 'now') return [isTrue.now]
  return timeFrame === 'ever' ? [isTrue.ever] : [isTrue.now, isTrue.ever]
}

/** What a person's answers say of a statement. */
interface Truths {
  /** null where the answers do not tell, or the source does not say whether past use counts. */
  readonly isTrue: Truth
  /** Whether the person answered, and yet the source does not say if the statement is true of them. */
  readonly isOpen: boolean
}

/** What answers say of a statement, under the time frame of its figure. */
export function truthsOf(statement: Statement, timeFrame: TimeFrame | null, answers: Answers): Truths {
  const [first = null, ...others] = understandings(statement, timeFrame).map((way) => way.test(answers))
  const isTrue = others.every((truth) => truth === first) ? first : null
  return { isTrue, isOpen: isTrue === null && first !== null && !others.includes(null) }
}

/**
 * Whether a statement is true of a person, under the time frame of its figure. Where the frame is unclear: true or false where
 * present use and use at any time agree, null where they do not.
 */
export const truthOf = (statement: Statement, timeFrame: TimeFrame | null): Predicate => ({
  reads: [...new Set(understandings(statement, timeFrame).flatMap(({ reads }) => reads))],
  test: (answers) => truthsOf(statement, timeFrame, answers).isTrue,
})

/**
 * The truth by which participants are counted: by present use where the frame is unclear, so that everybody who answered is on
 * one side or the other. Without those whose answer may count or not, the others would tell how few they are.
 */
export function countedTruthOf(statement: Statement, timeFrame: TimeFrame | null): Predicate {
  return truthOf(statement, timeFrame === 'ever' ? 'ever' : 'now')
}
