import fc from 'fast-check'
import type { Answers } from '@/lib/instrument/answers'
import { tools } from '@/lib/instrument/tools'
import { applicableAnswers } from '@/lib/instrument/visibility'

/** `undefined`, for "unanswered", and options, each so many times as likely as its weight says. */
const oneOf = <Answer extends string>(...weighted: readonly (readonly [number, Answer | undefined])[]) =>
  fc.oneof(...weighted.map(([weight, answer]) => ({ weight, arbitrary: fc.constant(answer) })))

const usage = oneOf(
  [14, 'never'],
  [3, 'regular'],
  [2, 'occasional'],
  [2, 'past'],
  [1, 'intend'],
  [1, undefined],
)

const topics = fc.oneof(
  { weight: 2, arbitrary: fc.constant(['stress']) },
  fc.constant(['none']),
  fc.constant(undefined),
  fc.subarray(['sleepDisorders', 'stress', 'addictions'], { minLength: 1 }),
)

const several = <Answer extends string>(...options: readonly Answer[]) =>
  fc.option(fc.subarray([...options], { minLength: 1 }), { nil: undefined })

/** Answers that all apply, of people alike enough for classes of several of them to come about among few. */
export const arbitraryRecord: fc.Arbitrary<Answers> = fc
  .record({
    ageBand: oneOf([5, 'under35'], [5, 'from35'], [1, undefined]),
    ...Object.fromEntries(tools.map((tool) => [`usage.${tool}`, usage])),
    topicsUsed: topics,
    'intend.any': oneOf([1, 'yes'], [1, 'no'], [1, undefined]),
    aiPurposes: several('listening', 'other'),
    benefits: several('autonomy', 'other'),
    humanSupport: oneOf([1, 'ratherYes'], [1, undefined]),
  })
  .map((given) =>
    applicableAnswers(Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== undefined))),
  )

/** So many people, the first of whom many may be the very same. */
export const arbitraryRecords = (maxLength: number): fc.Arbitrary<readonly Answers[]> =>
  fc
    .array(fc.tuple(arbitraryRecord, fc.integer({ min: 1, max: 5 }), fc.array(topics, { maxLength: 5 })), {
      minLength: 1,
      maxLength: Math.ceil(maxLength / 3),
    })
    .map((groups) =>
      groups
        .flatMap(([record, count, answers]) =>
          Array.from({ length: count }, (_, place) => {
            const topicsUsed = answers[place]
            return topicsUsed === undefined ? record : applicableAnswers({ ...record, topicsUsed } as Answers)
          }),
        )
        .slice(0, maxLength),
    )
