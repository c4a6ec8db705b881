import { items } from '@/lib/instrument/catalogue'
import type { Answers } from '@/lib/instrument/answers'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import type { Comparison } from './compare'
import { indicatorOf } from './indicators'

/** Counts that describe a comparison without judging it. Restatements are not counted twice. */
export interface Summary {
  readonly answeredItems: number
  /** Items that apply to the person. */
  readonly shownItems: number
  /** Readings in which the person's answer can be set against a figure. */
  readonly comparable: number
  /** Of these, the readings in which at least 50 % of the population answer as the person does. */
  readonly sharedByHalfOrMore: number
}

/** Summarises a comparison. All counts are 0 or more, and `sharedByHalfOrMore` is at most `comparable`. */
export function summarise(answers: Answers, comparisons: readonly Comparison[]): Summary {
  const comparable = comparisons
    .filter(({ figure }) => indicatorOf(figure.indicator).isRestatement !== true)
    .flatMap(({ readings }) => readings)
    .filter((reading) => reading.kind === 'comparable')
  return {
    answeredItems: Object.keys(applicableAnswers(answers)).length,
    shownItems: items.filter((item) => isShown(item, answers)).length,
    comparable: comparable.length,
    sharedByHalfOrMore: comparable.filter(
      ({ sameAnswerPercent, sameAnswerQualifier }) =>
        sameAnswerPercent > 50 || (sameAnswerPercent === 50 && sameAnswerQualifier !== 'less_than'),
    ).length,
  }
}
