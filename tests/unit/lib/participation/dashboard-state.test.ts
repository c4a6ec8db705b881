import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { items } from '@/lib/instrument/catalogue'
import { keyedUniform } from '@/lib/keys/keyed-hash'
import type { Counts } from '@/lib/participation/counts'
import { dashboardState } from '@/lib/participation/dashboard-state'
import type { AskedWeeks, DashboardView } from '@/lib/participation/dashboard-view'
import { publishedShareOf, publishedShares } from '@/lib/participation/published-shares'
import type { Roll } from '@/lib/participation/rounded-counts'
import { leastThresholds } from '@/lib/participation/thresholds'
import { createWeeklyCounter } from '@/lib/participation/weekly-counter'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'
import { blocksOfWeeks, countsOfPeople } from '../../../support/weekly-counts'

const waveId = '2025-12'
const everything: AskedWeeks = { from: null, to: null }
const down: Roll = () => 0.999
const figures = publishedFigures.filter(({ indicator }) => indicator === 'usage.teleconsultation')

/** Any rounding, the same for the same text. */
const arbitraryRoll = fc.string({ minLength: 1 }).map(
  (key): Roll =>
    (cell) =>
      keyedUniform(key, 'rounding', cell),
)

function stateOf(weeks: readonly Counts[], asked = everything, roll = down, thresholds = leastThresholds) {
  const blocks = blocksOfWeeks(weeks)
  const weekly = { takenOn: '2026-11-23', demoCount: 0, blocks }
  return dashboardState({ contributedCount: 1, weekly }, { waveId, figures, asked, thresholds, roll })
}

function viewOf(...args: Parameters<typeof stateOf>): DashboardView {
  const found = stateOf(...args)
  if (found.state !== 'shown') throw new Error(`nothing is shown: ${found.state}`)
  return found.view
}

const week = (under35: number, from35: number, unanswered: number, answered = 0, ...pair: number[]) =>
  countsOfPeople({
    ages: { under35, from35, unanswered },
    answered: { 'usage.teleconsultation': answered },
    statements:
      pair.length === 0
        ? []
        : [
            {
              indicator: 'usage.teleconsultation',
              tool: 'teleconsultation',
              atoms: [{ populations: ['french'], trueCount: pair[0] ?? 0, falseCount: pair[1] ?? 0 }],
            },
          ],
  })

describe('worked by hand: four weeks of 40, 6, 33 and 44 responses', () => {
  const weeks = [
    week(20, 15, 5, 24, 12, 12),
    week(2, 3, 1, 3, 1, 2),
    week(17, 13, 3, 20, 13, 7),
    week(21, 16, 7, 30, 18, 12),
  ]
  const shares = (view: DashboardView) =>
    view.pairs.map(({ figure, participants }) => `${figure.population} ${participants?.count ?? '-'}`)

  test('the week of 6 is shown with the one after it, and the whole is rounded as a whole', () => {
    const view = viewOf(weeks)
    expect(view).toMatchObject({
      waveId,
      takenOn: '2026-11-23',
      hasDemo: false,
      isWhole: true,
      chosen: { firstWeek: '2026-W40', lastWeek: '2026-W43' },
      // 123.
      responseCount: 120,
    })
    // 40, 79 and 123 up to the end of each: 40, 75 and 120.
    expect(view.weeks).toEqual([
      { firstWeek: '2026-W40', lastWeek: '2026-W40', count: 40 },
      { firstWeek: '2026-W41', lastWeek: '2026-W42', count: 35 },
      { firstWeek: '2026-W43', lastWeek: '2026-W43', count: 45 },
    ])
    expect(view.blocks).toEqual(view.weeks.map(({ firstWeek, lastWeek }) => ({ firstWeek, lastWeek })))
    // 60, 47 and 16.
    expect(view.ages).toEqual([
      { group: 'under35', count: 60 },
      { group: 'from35', count: 45 },
      { group: 'unanswered', count: 15 },
    ])
    // 77 answered and 46 did not; 44 yes and 33 no.
    expect(view.items.find(({ item }) => item === 'usage.teleconsultation')?.count).toBe(75)
    expect(view.items.map(({ item }) => item)).toEqual(items.map(({ id }) => id))
    expect(shares(view)).toEqual(['french 70', 'under_35 -', '35_and_over -'])
    expect(view.pairs[0]?.participants).toMatchObject({ sharePercent: (100 * 40) / 70 })
  })

  test('a range shows what whole runs it is made of', () => {
    const last = viewOf(weeks, { from: '2026-W43', to: null })
    expect(last).toMatchObject({
      isWhole: false,
      responseCount: 45,
      chosen: { firstWeek: '2026-W43', lastWeek: '2026-W43' },
    })
    // Of those without an age, all weeks together are just enough for one run, and with them of no age.
    expect(last.ages.map(({ count }) => count)).toEqual(['tooFew', 'tooFew', 'tooFew'])
    // 77 less 47 answered: 75 less 45.
    expect(last.items.find(({ item }) => item === 'usage.teleconsultation')?.count).toBe(30)
    // 12 and 12, then 14 and 9, which is too few: no run ends in week 42.
    expect(shares(last)).toEqual(['french -', 'under_35 -', '35_and_over -'])
    const later = viewOf(weeks, { from: '2026-W41', to: null })
    // 44 less 12 and 33 less 12: 40 less 10 and 30 less 10.
    expect(shares(later)).toEqual(['french 50', 'under_35 -', '35_and_over -'])
    expect(shares(viewOf(weeks, { from: null, to: '2026-W40' }))).toEqual([
      'french 20',
      'under_35 -',
      '35_and_over -',
    ])
    expect(shares(viewOf(weeks, { from: null, to: '2026-W42' }))[0]).toBe('french -')
  })

  test('with a higher threshold, blocks are larger and fewer', () => {
    const view = viewOf(weeks, everything, down, { participantsShownFrom: 60, smallestCell: 41 })
    expect(view.blocks.map(({ firstWeek, lastWeek }) => [firstWeek, lastWeek])).toEqual([
      ['2026-W40', '2026-W42'],
      ['2026-W43', '2026-W43'],
    ])
    expect(view.ages.map(({ count }) => count)).toEqual([60, 'tooFew', 'tooFew'])
    // 33 of whom it is false are too few.
    expect(shares(view)[0]).toBe('french -')
  })
})

describe('words in place of numbers', () => {
  const countsOf = (view: DashboardView, id: string) => [
    ...view.ages.map(({ count }) => count),
    view.items.find(({ item }) => item === id)?.count,
  ]

  test.each([
    ['all three ages are shown, and how many gave one', [30, 30, 15, 40], [30, 30, 15, 60]],
    [
      'a small group hides the next one, and how many gave an age',
      [40, 5, 15, 40],
      [40, 'tooFew', 'tooFew', 'tooFew'],
    ],
    [
      'those who gave no age are shown, and all others with them',
      [5, 6, 50, 40],
      ['tooFew', 'tooFew', 50, 10],
    ],
    [
      'nearly everyone is of one age',
      [60, 5, 5, 40],
      ['nearlyEveryone', 'tooFew', 'tooFew', 'nearlyEveryone'],
    ],
    ['nearly nobody gave an age', [3, 3, 60, 40], ['tooFew', 'tooFew', 'nearlyEveryone', 'tooFew']],
    ['nobody gave an age', [0, 0, 60, 40], ['tooFew', 'tooFew', 'nearlyEveryone', 'tooFew']],
    ['everyone gave an age', [30, 30, 0, 40], [30, 30, 'tooFew', 'nearlyEveryone']],
  ])('%s', (_what, [under35 = 0, from35 = 0, unanswered = 0, answered], expected) => {
    expect(countsOf(viewOf([week(under35, from35, unanswered, answered)]), 'ageBand')).toEqual(expected)
  })

  test.each([
    [0, 'tooFew'],
    [10, 'tooFew'],
    [11, 10],
    [49, 45],
    [50, 'nearlyEveryone'],
    [60, 'nearlyEveryone'],
  ])('an item that %i of 60 answered: %s', (answered, expected) => {
    expect(countsOf(viewOf([week(30, 30, 0, answered)]), 'usage.teleconsultation').at(-1)).toBe(expected)
  })
})

describe('nothing to show', () => {
  const request = { waveId, figures, asked: everything, thresholds: leastThresholds, roll: down }

  test('is empty before anybody contributed, and few before the first snapshot', () => {
    expect(dashboardState({ contributedCount: 0, weekly: null }, request)).toEqual({ state: 'empty' })
    expect(dashboardState({ contributedCount: 9, weekly: null }, request)).toEqual({
      state: 'few',
      needed: 50,
    })
  })

  test('of fewer responses than the thresholds', () => {
    expect(stateOf([week(20, 29, 0)])).toEqual({ state: 'few', needed: 50 })
    expect(stateOf([week(20, 30, 0)]).state).toBe('shown')
    const strict = { participantsShownFrom: 60, smallestCell: 70 }
    expect(stateOf([week(30, 39, 0)], everything, down, strict)).toEqual({ state: 'few', needed: 70 })
    expect(stateOf([week(30, 40, 0)], everything, down, strict).state).toBe('shown')
    expect(stateOf([])).toEqual({ state: 'few', needed: 50 })
  })

  test('says so of made-up responses', () => {
    const weekly = { takenOn: '2026-11-23', demoCount: 1, blocks: blocksOfWeeks([week(30, 30, 0)]) }
    expect(dashboardState({ contributedCount: 60, weekly }, request)).toMatchObject({
      view: { hasDemo: true },
    })
  })
})

const arbitraryWeek = fc
  .tuple(...Array.from({ length: 6 }, () => fc.nat(40)))
  .map(([a, b, c, d, yes, no]) => {
    const ages = [a, b, c] as const
    const all = ages.reduce((sum: number, one) => sum + (one ?? 0), 0)
    return week(a ?? 0, b ?? 0, c ?? 0, Math.min(d ?? 0, all), yes ?? 0, no ?? 0)
  })

test('ranges that meet add up, and every number is less than 10 off', () => {
  fc.assert(
    fc.property(fc.array(arbitraryWeek, { minLength: 4, maxLength: 8 }), arbitraryRoll, (weeks, roll) => {
      fc.pre(stateOf(weeks).state === 'shown')
      const blocks = blocksOfWeeks(weeks)
      const rangeOf = (start: number, end: number) =>
        viewOf(weeks, { from: blocks[start]?.firstWeek ?? '', to: blocks[end - 1]?.lastWeek ?? '' }, roll)
      const whole = rangeOf(0, blocks.length)
      const numbers = (view: DashboardView) => [
        view.responseCount,
        ...view.ages.map(({ count }) => count),
        ...view.items.map(({ count }) => count),
        ...view.pairs.map(({ participants }) => participants?.count ?? 'tooFew'),
      ]
      expect(whole.weeks.reduce((sum, { count }) => sum + count, 0)).toBe(whole.responseCount)
      for (let cut = 1; cut < blocks.length; cut += 1) {
        const [before, after] = [numbers(rangeOf(0, cut)), numbers(rangeOf(cut, blocks.length))]
        for (const [place, number] of numbers(whole).entries()) {
          const [one, other] = [before[place], after[place]]
          // Shown on both sides or on none.
          expect(typeof one).toBe(typeof other)
          if (typeof one !== 'number' || typeof other !== 'number') continue
          expect(one + other).toBe(number)
          expect(Math.min(one, other)).toBeGreaterThanOrEqual(5)
          expect([one % 5, other % 5]).toEqual([0, 0])
        }
      }
      for (const [place, block] of blocks.entries()) {
        const { responseCount } = rangeOf(place, place + 1)
        expect(Math.abs(responseCount - block.counts.responses)).toBeLessThan(10)
        expect(whole.weeks[place]?.count).toBe(responseCount)
      }
    }),
    { numRuns: 40 },
  )
})

test('of the whole wave, the dashboard shows what everybody is shown', () => {
  const arbitraryResponses = fc.array(
    fc.tuple(
      fc.constantFrom('2026-W40', '2026-W41', '2026-W42'),
      arbitraryAnswers,
      fc.integer({ min: 1, max: 40 }),
    ),
    { minLength: 3, maxLength: 6 },
  )
  let shown = 0
  fc.assert(
    fc.property(arbitraryResponses, arbitraryRoll, (responses, roll) => {
      const counter = createWeeklyCounter(publishedFigures)
      for (const [of, answers, times] of responses) {
        for (let one = 0; one < times; one += 1) counter.add(of, answers)
      }
      const published = publishedShares(counter.counts(), publishedFigures, roll, leastThresholds)
      const blocks = counter.blocks([])
      const state = dashboardState(
        { contributedCount: 1, weekly: { takenOn: '2026-11-23', demoCount: 0, blocks } },
        { waveId, figures: publishedFigures, asked: everything, thresholds: leastThresholds, roll },
      )
      const view = state.state === 'shown' ? state.view : null
      expect(view?.responseCount ?? null).toBe(published.responseCount)
      for (const { figure, tool, participants } of view?.pairs ?? []) {
        expect(participants).toEqual(publishedShareOf(published, figure, tool))
        if (participants !== null) shown += 1
      }
    }),
    { numRuns: 30 },
  )
  expect(shown).toBeGreaterThan(50)
})
