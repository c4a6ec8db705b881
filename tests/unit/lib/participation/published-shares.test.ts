import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { totalOf } from '@/lib/anonymisation/small-cells'
import { indicatorOf } from '@/lib/comparison/indicators'
import type { Answers } from '@/lib/instrument/answers'
import { createCounter } from '@/lib/participation/counter'
import type { Counts } from '@/lib/participation/counts'
import { publishedShareOf, publishedShares, type PublishedShares } from '@/lib/participation/published-shares'
import { leastThresholds } from '@/lib/participation/thresholds'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

/** So many people with the same answers, for each pair. */
function countsOf(...groups: readonly (readonly [number, Answers])[]): Counts {
  const counter = createCounter(publishedFigures)
  for (const [people, answers] of groups) for (let one = 0; one < people; one += 1) counter.add(answers)
  return counter.counts()
}

const alwaysDown = () => 0.999
const alwaysUp = () => 0

const teleconsultation = (population: 'french' | 'under_35' | '35_and_over') =>
  ({ indicator: 'usage.teleconsultation', population }) as const

const shareOf = (published: PublishedShares, population: 'french' | 'under_35' | '35_and_over') =>
  publishedShareOf(published, teleconsultation(population), 'teleconsultation')

const young = { ageBand: 'under35' } as const
const older = { ageBand: 'from35' } as const
const uses = { 'usage.teleconsultation': 'occasional' } as const
const never = { 'usage.teleconsultation': 'never' } as const

describe('worked by hand: 13 of 40 under 35 and 21 of 62 from 35 use teleconsultation', () => {
  const counts = countsOf(
    [13, { ...young, ...uses }],
    [27, { ...young, ...never }],
    [21, { ...older, ...uses }],
    [41, { ...older, ...never }],
    [1, {}],
  )

  test('rounded down: 30 and 65 in all, 10 and 25 under 35, 20 and 40 from 35', () => {
    const published = publishedShares(counts, publishedFigures, alwaysDown, leastThresholds)
    expect(published.responseCount).toBe(100)
    expect(shareOf(published, 'french')).toMatchObject({ count: 95, sharePercent: (100 * 30) / 95 })
    expect(shareOf(published, 'under_35')).toMatchObject({ count: 35, sharePercent: (100 * 10) / 35 })
    expect(shareOf(published, '35_and_over')).toMatchObject({ count: 60, sharePercent: (100 * 20) / 60 })
  })

  test('rounded up: 35 and 70 in all, with the interval of those numbers', () => {
    const published = publishedShares(counts, publishedFigures, alwaysUp, leastThresholds)
    expect(published.responseCount).toBe(105)
    const share = shareOf(published, 'french')
    // 35 of 105 by Wilson's formula.
    expect(share).toMatchObject({ count: 105, sharePercent: (100 * 35) / 105 })
    expect([share?.lowerPercent.toFixed(2), share?.upperPercent.toFixed(2)]).toEqual(['25.05', '42.80'])
  })

  test('what nobody answered, what another tool was asked for and what was not counted is not shown', () => {
    const published = publishedShares(counts, publishedFigures, alwaysDown, leastThresholds)
    expect(
      publishedShareOf(published, { indicator: 'risk.dataTheft', population: 'french' }, null),
    ).toBeNull()
    expect(publishedShareOf(published, teleconsultation('french'), 'socialNetworks')).toBeNull()
    expect(publishedShareOf(published, teleconsultation('french'), null)).toBeNull()
    expect(
      publishedShareOf(
        published,
        { ...teleconsultation('french'), population: 'ai_respondents' },
        'teleconsultation',
      ),
    ).toBeNull()
  })

  test('a figure that was withdrawn is not shown, and hides no other', () => {
    const remaining = publishedFigures.filter(({ population }) => population !== 'french')
    const published = publishedShares(counts, remaining, alwaysDown, leastThresholds)
    expect(shareOf(published, 'french')).toBeNull()
    expect(shareOf(published, 'under_35')).toMatchObject({ count: 35 })
  })

  test('the random number is asked for with the cell and its exact count, each cell by itself', () => {
    const asked: string[] = []
    publishedShares(
      counts,
      publishedFigures,
      (cell) => {
        asked.push(cell)
        return 0
      },
      leastThresholds,
    )
    expect(asked).toContain('usage.teleconsultation/teleconsultation/under_35/true/13')
    expect(asked).toContain('usage.teleconsultation/teleconsultation/under_35/false/27')
    expect(asked).toContain('responses/103')
    expect(new Set(asked).size).toBe(asked.length)
  })
})

test('with higher thresholds, nothing is shown of fewer people', () => {
  const counts = countsOf([20, uses], [40, never])
  const shown = (participantsShownFrom: number, smallestCell: number) =>
    publishedShares(counts, publishedFigures, alwaysDown, { participantsShownFrom, smallestCell })
  expect(shareOf(shown(60, 20), 'french')).toMatchObject({ count: 60 })
  expect(shareOf(shown(60, 21), 'french')).toBeNull()
  expect(shown(61, 20)).toEqual({ responseCount: null, shares: new Map() })
})

test('nothing at all is shown of 49 responses, and something of 50', () => {
  const almost = publishedShares(
    countsOf([20, uses], [29, never]),
    publishedFigures,
    alwaysUp,
    leastThresholds,
  )
  expect(almost).toEqual({ responseCount: null, shares: new Map() })
  const enough = publishedShares(
    countsOf([20, uses], [30, never]),
    publishedFigures,
    alwaysUp,
    leastThresholds,
  )
  expect(enough.responseCount).toBe(50)
  expect(shareOf(enough, 'french')).toMatchObject({ count: 50, sharePercent: 40 })
})

test('with too few who did not say their age, one of the two ages is not shown', () => {
  const counts = countsOf(
    [20, { ...young, ...uses }],
    [20, { ...young, ...never }],
    [20, { ...older, ...uses }],
    [20, { ...older, ...never }],
    [3, never],
  )
  const published = publishedShares(counts, publishedFigures, alwaysDown, leastThresholds)
  expect(shareOf(published, 'french')).not.toBeNull()
  expect(shareOf(published, 'under_35')).not.toBeNull()
  expect(shareOf(published, '35_and_over')).toBeNull()

  const withoutTotal = publishedFigures.filter(
    ({ indicator, population }) => indicator !== 'usage.teleconsultation' || population !== 'french',
  )
  const byAge = publishedShares(counts, withoutTotal, alwaysDown, leastThresholds)
  expect(shareOf(byAge, '35_and_over')).not.toBeNull()
})

test('a share that is not shown for few people of one side', () => {
  expect(
    shareOf(
      publishedShares(countsOf([10, uses], [90, never]), publishedFigures, alwaysUp, leastThresholds),
      'french',
    ),
  ).toBeNull()
  expect(
    shareOf(
      publishedShares(countsOf([90, uses], [10, never]), publishedFigures, alwaysUp, leastThresholds),
      'french',
    ),
  ).toBeNull()
})

/** Whole crowds of a few kinds of people, so that much can be shown. */
const arbitraryCounts = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), arbitraryAnswers), { minLength: 1, maxLength: 6 })
  .map((groups) => countsOf(...groups))
const arbitraryUniform = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('whatever is shown is plausible, rounded and near what was counted', () => {
  let shown = 0
  fc.assert(
    fc.property(arbitraryCounts, fc.infiniteStream(arbitraryUniform), (counts, uniforms) => {
      const published = publishedShares(
        counts,
        publishedFigures,
        () => {
          const next = uniforms.next()
          return next.done === true ? 0 : next.value
        },
        leastThresholds,
      )
      for (const figure of publishedFigures) {
        for (const { tool } of indicatorOf(figure.indicator).statements) {
          const share = publishedShareOf(published, figure, tool)
          if (share === null) continue
          shown += 1
          const { count, sharePercent, lowerPercent, upperPercent } = share
          const statement = counts.statements.find(
            (one) => one.indicator === figure.indicator && one.tool === tool,
          )
          const { trueCount, falseCount } = totalOf(statement?.atoms ?? [], figure.population)
          expect(Math.min(trueCount, falseCount)).toBeGreaterThanOrEqual(11)
          expect(count % 5).toBe(0)
          expect(Math.abs(count - trueCount - falseCount)).toBeLessThanOrEqual(8)
          expect(Math.abs((count * sharePercent) / 100 - trueCount)).toBeLessThan(5)
          expect(0 <= lowerPercent && lowerPercent <= sharePercent).toBe(true)
          expect(sharePercent <= upperPercent && upperPercent <= 100).toBe(true)
        }
      }
    }),
    { numRuns: 50 },
  )
  expect(shown).toBeGreaterThan(100)
})
