import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Answers } from '@/lib/instrument/answers'
import { createCounter } from '@/lib/participation/counter'
import { chosenRange, dashboardState } from '@/lib/participation/dashboard'
import type { BlockCounts } from '@/lib/participation/dashboard-cells'
import type { AskedWeeks, DashboardView } from '@/lib/participation/dashboard-view'
import { mergeCounts } from '@/lib/participation/merge-counts'
import { publishedShareOf, publishedShares } from '@/lib/participation/published-shares'
import { leastThresholds } from '@/lib/participation/thresholds'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

type Group = readonly [people: number, answers: Answers]

const week = (number: number) => `2026-W${String(number).padStart(2, '0')}`

function blockOf(number: number, groups: readonly Group[]): BlockCounts {
  const counter = createCounter(publishedFigures)
  for (const [people, answers] of groups) for (let one = 0; one < people; one += 1) counter.add(answers)
  return { firstWeek: week(number), lastWeek: week(number), counts: counter.counts() }
}

const blocksOf = (...weeks: readonly (readonly Group[])[]) =>
  weeks.map((groups, place) => blockOf(place + 1, groups))
const alwaysDown = (_cell: string) => 0.999
const allWeeks: AskedWeeks = { from: null, to: null }

function stateOf(
  blocks: readonly BlockCounts[],
  asked = allWeeks,
  thresholds = leastThresholds,
  roll = alwaysDown,
) {
  const responses = blocks.reduce((sum, { counts }) => sum + counts.responses, 0)
  const counted = { takenOn: '2026-11-24', hasDemo: false, blocks }
  return dashboardState('2025-12', responses, counted, publishedFigures, asked, roll, thresholds)
}

function viewOf(...given: Parameters<typeof stateOf>): DashboardView {
  const found = stateOf(...given)
  if (found.state !== 'shown') throw new Error(found.state)
  return found.view
}

const young = { ageBand: 'under35' } as const
const older = { ageBand: 'from35' } as const
const uses = { 'usage.teleconsultation': 'occasional' } as const
const never = { 'usage.teleconsultation': 'never' } as const

const pairOf = ({ pairs }: DashboardView, population: string) =>
  pairs.find(
    ({ figure, tool }) =>
      figure.indicator === 'usage.teleconsultation' &&
      figure.population === population &&
      tool === 'teleconsultation',
  )?.participants
const itemOf = ({ items }: DashboardView, id: string) => items.find(({ item }) => item === id)?.count

describe('worked by hand: three weeks', () => {
  const blocks = blocksOf(
    [
      [20, { ...young, ...uses }],
      [20, { ...older, ...never }],
    ],
    [
      [4, { ...young, ...uses }],
      [30, { ...older, ...never }],
    ],
    [
      [13, { ...young, ...uses }],
      [12, { ...older, ...never }],
      [12, {}],
    ],
  )

  it('all of them', () => {
    const view = viewOf(blocks)
    expect(view.weeks.map(({ firstWeek, count }) => [firstWeek, count])).toEqual([
      ['2026-W01', 40],
      ['2026-W02', 30],
      ['2026-W03', 40],
    ])
    expect(view).toMatchObject({
      isWhole: true,
      responseCount: 110,
      chosen: { firstWeek: week(1), lastWeek: week(3) },
    })
    expect(view.ages).toEqual([
      { group: 'under35', count: 35 },
      { group: 'from35', count: 60 },
      { group: 'unanswered', count: 10 },
    ])
    expect(itemOf(view, 'usage.teleconsultation')).toBe(95)
    expect(itemOf(view, 'humanSupport')).toBe('tooFew')
    expect(pairOf(view, 'french')).toMatchObject({ count: 95, sharePercent: (100 * 35) / 95 })
  })

  it('of the second week, in which four people use it, no share is shown; with the third one it is', () => {
    const second = { from: week(2), to: week(2) }
    expect(viewOf(blocks, second)).toMatchObject({ responseCount: 30, isWhole: false })
    expect(pairOf(viewOf(blocks, second), 'french')).toBeNull()
    expect(pairOf(viewOf(blocks, { from: week(1), to: week(1) }), 'french')).toMatchObject({ count: 40 })
    // 37 and 62 people in all, of whom 20 and 20 in the first week.
    expect(pairOf(viewOf(blocks, { from: week(2), to: week(3) }), 'french')).toMatchObject({ count: 55 })
  })

  it('an item that all but a few answered says so, where enough people took part', () => {
    const answered = blocksOf(
      [
        [60, { humanSupport: 'ratherYes' }],
        [3, {}],
      ],
      [[15, { humanSupport: 'ratherYes' }]],
    )
    expect(itemOf(viewOf(answered), 'humanSupport')).toBe('nearlyEveryone')
    expect(itemOf(viewOf(answered, { from: week(2), to: week(2) }), 'humanSupport')).toBe('tooFew')
  })
})

describe('age groups, which add up to all', () => {
  const ages = (youngCount: number, olderCount: number, others: number) =>
    viewOf(
      blocksOf([
        [youngCount, young],
        [olderCount, older],
        [others, {}],
      ]),
    ).ages.map(({ count }) => count)

  it('are shown when all are large enough', () => {
    expect(ages(40, 30, 11)).toEqual([40, 30, 10])
  })

  it('are hidden when small, with the next smallest', () => {
    expect(ages(40, 30, 10)).toEqual([40, 'tooFew', 'tooFew'])
    expect(ages(60, 0, 15)).toEqual([60, 'tooFew', 'tooFew'])
  })

  it('are all hidden where two small ones are less than the threshold', () => {
    expect(ages(60, 4, 5)).toEqual(['tooFew', 'tooFew', 'tooFew'])
  })
})

test('how many gave their age does not tell an age group that is hidden', () => {
  const view = viewOf(
    blocksOf([
      [60, young],
      [5, older],
      [15, {}],
    ]),
  )
  expect(view.ages.map(({ count }) => count)).toEqual([60, 'tooFew', 'tooFew'])
  expect(itemOf(view, 'ageBand')).toBe('tooFew')
  expect(
    itemOf(
      viewOf(
        blocksOf([
          [60, young],
          [15, older],
          [15, {}],
        ]),
      ),
      'ageBand',
    ),
  ).toBe(75)
})

test('too few, or nobody, is said', () => {
  expect(dashboardState('2025-12', 0, null, publishedFigures, allWeeks, alwaysDown, leastThresholds)).toEqual(
    {
      state: 'empty',
    },
  )
  expect(dashboardState('2025-12', 3, null, publishedFigures, allWeeks, alwaysDown, leastThresholds)).toEqual(
    {
      state: 'few',
      needed: 50,
    },
  )
  expect(stateOf(blocksOf([[49, young]]))).toEqual({ state: 'few', needed: 50 })
  expect(stateOf(blocksOf([[50, young]]))).toMatchObject({ state: 'shown' })
})

test('with a higher threshold, weeks are put together further', () => {
  const blocks = blocksOf([[12, young]], [[30, young]], [[45, older]], [[20, older]])
  const view = viewOf(blocks, allWeeks, { participantsShownFrom: 60, smallestCell: 40 })
  expect(view.blocks).toEqual([
    { firstWeek: week(1), lastWeek: week(2) },
    { firstWeek: week(3), lastWeek: week(4) },
  ])
})

describe('the weeks of an address', () => {
  const blocks = [
    { firstWeek: '2026-W02', lastWeek: '2026-W04' },
    { firstWeek: '2026-W05', lastWeek: '2026-W05' },
    { firstWeek: '2026-W08', lastWeek: '2026-W09' },
  ]
  it.each([
    ['none', null, null, [0, 3]],
    ['within blocks', '2026-W03', '2026-W05', [0, 2]],
    ['one', '2026-W05', '2026-W05', [1, 2]],
    ['the later one first', '2026-W09', '2026-W05', [1, 3]],
    ['before and after all', '2025-W01', '2027-W01', [0, 3]],
    ['all before', '2025-W01', '2025-W02', [0, 1]],
    ['all after', '2027-W01', '2027-W02', [2, 3]],
    ['between blocks', '2026-W06', '2026-W07', [2, 3]],
    ['no weeks', 'yesterday', '', [0, 3]],
    ['only a start', '2026-W05', null, [1, 3]],
  ])('%s', (_, from, to, expected) => {
    expect(chosenRange(blocks, { from, to })).toEqual(expected)
  })
})

const arbitraryBlocks = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 4, max: 40 }), arbitraryAnswers), { minLength: 3, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((weeks) => blocksOf(...weeks))
const roll = (text: string) =>
  (Array.from(text).reduce((rest, sign) => (rest * 31 + sign.charCodeAt(0)) % 997, 7) % 997) / 997

test('all weeks show what the results page does', () => {
  let shown = 0
  fc.assert(
    fc.property(arbitraryBlocks, (blocks) => {
      const counts = blocks.map((block) => block.counts).reduce(mergeCounts)
      const published = publishedShares(counts, publishedFigures, roll, leastThresholds)
      const found = stateOf(blocks, allWeeks, leastThresholds, roll)
      if (found.state !== 'shown') {
        expect(published.responseCount).toBeNull()
        return
      }
      expect(found.view.responseCount).toBe(published.responseCount)
      for (const { figure, tool, participants } of found.view.pairs) {
        expect(participants).toEqual(publishedShareOf(published, figure, tool))
        if (participants) shown += 1
      }
    }),
    { numRuns: 30 },
  )
  expect(shown).toBeGreaterThan(10)
})

test('of no two choices of weeks do the shown people differ by fewer than 11 of whom a statement is true or false', () => {
  let compared = 0
  fc.assert(
    fc.property(arbitraryBlocks, fc.nat(20), fc.nat(20), (blocks, one, other) => {
      const ranges = blocks.flatMap((_, from) =>
        blocks.slice(from).map((__, length) => [from, from + length] as const),
      )
      const pick = (place: number) => ranges[place % ranges.length] ?? [0, 0]
      const [first, second] = [pick(one), pick(other)]
      const views = [first, second].map(([from, to]) =>
        stateOf(blocks, { from: week(from + 1), to: week(to + 1) }),
      )
      for (const [place, { figure, tool }] of (views[0]?.state === 'shown'
        ? views[0].view.pairs
        : []
      ).entries()) {
        const isShown = views.every((each) => each.state === 'shown' && each.view.pairs[place]?.participants)
        if (!isShown) continue
        for (const [[from, to], [start, end]] of [
          [first, second],
          [second, first],
        ] as const) {
          const apart = blocks.filter((_, at) => from <= at && at <= to && !(start <= at && at <= end))
          if (apart.length === 0) continue
          compared += 1
          const atoms = apart.flatMap(({ counts }) =>
            counts.statements
              .filter((statement) => statement.indicator === figure.indicator && statement.tool === tool)
              .flatMap((statement) => statement.atoms)
              .filter(({ populations }) => populations.includes(figure.population)),
          )
          const total = (side: 'trueCount' | 'falseCount') => atoms.reduce((sum, atom) => sum + atom[side], 0)
          expect(Math.min(total('trueCount'), total('falseCount'))).toBeGreaterThanOrEqual(11)
        }
      }
    }),
    { numRuns: 100 },
  )
  expect(compared).toBeGreaterThan(20)
})
