import type { TimeFrame } from './figures'
import type { Statement } from './indicators'
import type { Predicate } from './predicates'

/** The ways to understand a statement under a time frame: two where the source leaves open whether past use counts. */
function understandings({ isTrue }: Statement, timeFrame: TimeFrame | null): readonly Predicate[] {
  if (!('now' in isTrue)) return [isTrue]
  if (timeFrame === 'unclear') return [isTrue.now, isTrue.ever]
  return [timeFrame === 'ever' ? isTrue.ever : isTrue.now]
}

/**
 * Whether a statement is true of a person, under the time frame of its figure. Where the frame is unclear: true or false where
 * present use and use at any time agree, null where they do not.
 */
export function truthOf(statement: Statement, timeFrame: TimeFrame | null): Predicate {
  const ways = understandings(statement, timeFrame)
  return {
    reads: [...new Set(ways.flatMap(({ reads }) => reads))],
    test: (answers) => {
      const truths = new Set(ways.map((way) => way.test(answers)))
      const [truth = null] = truths
      return truths.size === 1 ? truth : null
    },
  }
}

/** Whether a person answered, and yet the source does not say if the statement is true of them. */
export function isUnclear(
  statement: Statement,
  timeFrame: TimeFrame | null,
  answers: Parameters<Predicate['test']>[0],
): boolean {
  const truths = new Set(understandings(statement, timeFrame).map((way) => way.test(answers)))
  return truths.has(true) && truths.has(false)
}

/**
 * The truth by which participants are counted: by present use where the frame is unclear, so that everybody who answered is on
 * one side or the other. Without those whose answer may count or not, the others would tell how few they are.
 */
export function countedTruthOf(statement: Statement, timeFrame: TimeFrame | null): Predicate {
  return truthOf(statement, timeFrame === 'unclear' ? 'now' : timeFrame)
}
