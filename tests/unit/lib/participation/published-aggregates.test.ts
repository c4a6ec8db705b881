import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peopleIn } from '@/lib/anonymisation/age-columns'
import { ageGroups } from '@/lib/anonymisation/age-groups'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { itemById, items, type ItemId } from '@/lib/instrument/catalogue'
import { createCounter } from '@/lib/participation/counter'
import type { Counts } from '@/lib/participation/counts'
import {
  answeredLine,
  publishedAggregates,
  type PublishedAggregates,
} from '@/lib/participation/published-aggregates'
import { publishedShareOf, publishedShares } from '@/lib/participation/published-shares'
import { leastThresholds } from '@/lib/participation/thresholds'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

function countsOf(...groups: readonly (readonly [number, Answers])[]): Counts {
  const counter = createCounter(publishedFigures)
  for (const [people, answers] of groups) for (let one = 0; one < people; one += 1) counter.add(answers)
  return counter.counts()
}

const alwaysDown = () => 0.999
const alwaysUp = () => 0
/** As with a key: the same for the same text. */
const keyed = (cell: string) => createHash('sha256').update(cell).digest().readUInt32BE() / 2 ** 32

const aggregatesOf = (
  counts: Counts,
  roll: (cell: string) => number = keyed,
  thresholds = leastThresholds,
) => {
  const aggregates = publishedAggregates(counts, publishedFigures, roll, thresholds)
  if (aggregates === null) throw new Error('there are no aggregates')
  return aggregates
}

/** The rows of an item, each a line of text. */
const table = ({ rows }: PublishedAggregates, id: ItemId) =>
  rows
    .filter(({ item }) => item === id)
    .map(({ option, ageGroup, count, base, sharePercent, status }) =>
      [option, ageGroup, count, base, sharePercent, status].join(' '),
    )

const sleep = (ageBand: 'under35' | 'from35' | undefined, answer: 'yes' | 'no' | 'dontKnow'): Answers => ({
  ...(ageBand && { ageBand }),
  'wouldUse.sleep': answer,
})

describe('worked by hand: 94 people, of whom 33 would use a tool to sleep, 47 not, and 14 do not know', () => {
  const counts = countsOf(
    [20, sleep('under35', 'yes')],
    [13, sleep('from35', 'yes')],
    [12, sleep('under35', 'no')],
    [23, sleep('from35', 'no')],
    [12, sleep(undefined, 'no')],
    [4, sleep('under35', 'dontKnow')],
    [7, sleep('from35', 'dontKnow')],
    [3, sleep(undefined, 'dontKnow')],
  )

  test('rounded down', () => {
    const aggregates = aggregatesOf(counts, alwaysDown)
    expect(aggregates.responseCount).toBe(90)
    expect(table(aggregates, 'wouldUse.sleep')).toEqual([
      'answered all 90 90 100 shown',
      'answered under35 35 35 100 shown',
      'answered from35 40 40 100 shown',
      'answered unanswered 15 15 100 shown',
      'yes all 30 90 33.3 shown',
      'yes under35 20 35 57.1 shown',
      // None of those without an age would: with this one, they could be counted.
      'yes from35    suppressed',
      'yes unanswered    suppressed',
      'no all 45 90 50 shown',
      // Hidden for the 4 under 35 who do not know.
      'no under35    suppressed',
      'no from35    suppressed',
      'no unanswered    suppressed',
      'dontKnow all 10 90 11.1 shown',
      'dontKnow under35    suppressed',
      'dontKnow from35    suppressed',
      'dontKnow unanswered    suppressed',
    ])
  })

  test('rounded up', () => {
    const aggregates = aggregatesOf(counts, alwaysUp)
    expect(aggregates.responseCount).toBe(95)
    expect(table(aggregates, 'wouldUse.sleep').filter((line) => line.endsWith('shown'))).toEqual([
      'answered all 95 95 100 shown',
      'answered under35 40 40 100 shown',
      'answered from35 45 45 100 shown',
      'answered unanswered 15 15 100 shown',
      'yes all 35 95 36.8 shown',
      'yes under35 20 40 50 shown',
      'no all 50 95 52.6 shown',
      'dontKnow all 15 95 15.8 shown',
    ])
  })

  test('of the age there are no ages', () => {
    expect(table(aggregatesOf(counts, alwaysDown), 'ageBand')).toEqual([
      'answered all 75 75 100 shown',
      'under35 all 35 75 46.7 shown',
      'from35 all 40 75 53.3 shown',
    ])
  })

  test('of what nobody answered, all is hidden', () => {
    const rows = table(aggregatesOf(counts, alwaysDown), 'risk.dataTheft')
    expect(rows).toHaveLength(7 * 4)
    expect(rows.every((row) => row.endsWith('    suppressed'))).toBe(true)
  })

  test('the random number is asked for with the cell and its exact count', () => {
    const asked: string[] = []
    aggregatesOf(counts, (cell) => {
      asked.push(cell)
      return 0
    })
    expect(asked).toContain('wouldUse.sleep/no/all/47')
    expect(asked).toContain('wouldUse.sleep/yes/under35/20')
    // As many as there are responses: rounded as their number is, for each item.
    expect(asked).toContain('responses/94')
    expect(asked).toContain('answered/under35/36')
    // The results page shows it too.
    expect(asked).toContain('wouldUse.sleep//french/true/33')
  })

  test('higher thresholds hide more', () => {
    const shown = (smallestCell: number) =>
      table(
        aggregatesOf(counts, alwaysDown, { participantsShownFrom: 94, smallestCell }),
        'wouldUse.sleep',
      ).filter((line) => line.endsWith('shown'))
    expect(shown(13)).toContain('yes under35 20 35 57.1 shown')
    expect(shown(14)).not.toContain('yes under35 20 35 57.1 shown')
    expect(
      publishedAggregates(counts, publishedFigures, keyed, { participantsShownFrom: 95, smallestCell: 11 }),
    ).toBeNull()
  })
})

test('with few who left out their age, one band is shown, without a share', () => {
  const counts = countsOf([30, { ageBand: 'under35' }], [40, { ageBand: 'from35' }], [10, {}])
  expect(table(aggregatesOf(counts, alwaysDown), 'ageBand')).toEqual([
    'answered all    suppressed',
    'under35 all 30   shown',
    'from35 all    suppressed',
  ])
})

test('there are none of 49 responses', () => {
  expect(publishedAggregates(countsOf([49, {}]), publishedFigures, keyed, leastThresholds)).toBeNull()
  expect(aggregatesOf(countsOf([50, {}])).responseCount).toBe(50)
})

test('the line of those who answered is no option', () => {
  for (const item of items) expect(optionsOf(item)).not.toContain(answeredLine)
})

const arbitraryCounts = fc
  .array(fc.tuple(fc.integer({ min: 5, max: 60 }), arbitraryAnswers), { minLength: 8, maxLength: 40 })
  .map((groups) => countsOf([50, {}], ...groups))

test('whatever is shown is rounded, near what was counted, and never small', () => {
  let shown = 0
  fc.assert(
    fc.property(arbitraryCounts, (counts) => {
      for (const { item, option, ageGroup, count, base, sharePercent, status } of aggregatesOf(counts).rows) {
        if (status === 'suppressed') {
          expect([count, base, sharePercent]).toEqual([null, null, null])
          continue
        }
        shown += 1
        const { answered, chosen } = counts.cells[item]
        const exact = (cells: typeof answered | undefined) =>
          cells === undefined ? Number.NaN : ageGroup === 'all' ? peopleIn(ageGroups, cells) : cells[ageGroup]
        const people = exact(option === answeredLine ? answered : chosen[option])
        expect(people).toBeGreaterThanOrEqual(11)
        expect(Math.abs(Number(count) - people)).toBeLessThan(5)
        expect(Number(count) % 5).toBe(0)
        if (base === null) {
          expect(item).toBe('ageBand')
          continue
        }
        expect(Math.abs(base - exact(answered))).toBeLessThan(5)
        expect(base % 5).toBe(0)
        if (option !== answeredLine) expect(exact(answered) - people).toBeGreaterThanOrEqual(11)
        expect(Math.abs(Number(sharePercent) - (100 * Number(count)) / base)).toBeLessThan(0.051)
        expect(sharePercent).toBeLessThanOrEqual(100)
      }
    }),
    { numRuns: 20 },
  )
  expect(shown).toBeGreaterThan(500)
})

test('a larger smallest number only hides more: nobody subtracts one file from another', () => {
  const shownFrom = (counts: Counts, smallestCell: number) =>
    aggregatesOf(counts, keyed, { participantsShownFrom: 50, smallestCell })
      .rows.filter(({ status }) => status === 'shown')
      .map(({ item, option, ageGroup }) => [item, option, ageGroup].join(' '))
  let hidden = 0
  fc.assert(
    fc.property(arbitraryCounts, fc.integer({ min: 12, max: 40 }), (counts, smallestCell) => {
      const shown = shownFrom(counts, smallestCell)
      for (const smaller of [11, smallestCell - 1]) {
        const before = shownFrom(counts, smaller)
        expect(before).toEqual(expect.arrayContaining(shown))
        hidden += before.length - shown.length
      }
    }),
    { numRuns: 20 },
  )
  expect(hidden).toBeGreaterThan(100)
})

test('a number that is on the results page too is rounded alike, and so are equal numbers of answers', () => {
  let compared = 0
  fc.assert(
    fc.property(arbitraryCounts, (counts) => {
      const { rows } = aggregatesOf(counts)
      const shares = publishedShares(counts, publishedFigures, keyed, leastThresholds)
      const onResults = [
        ['wouldUse.prevention', 'yes', 'wouldUse.prevention', 'french'],
        ['wouldUse.severeDisorders', 'no', 'rejects.severeDisorders', 'french'],
        ['topicsUsed', 'sleepDisorders', 'topic.sleepDisorders', 'french'],
        ['benefits', 'careAccess', 'benefit.careAccess', 'users_of_any_tool'],
        ['aiPurposes', 'listening', 'ai.purpose.listening', 'french'],
        ['aiSatisfaction', 'very', 'ai.satisfaction.very', 'ai_respondents'],
        ['usage.conversationalAi', 'regular', 'usage.conversationalAi.regular', 'french'],
      ] as const
      for (const [item, option, indicator, population] of onResults) {
        const row = rows.find(
          (each) => each.item === item && each.option === option && each.ageGroup === 'all',
        )
        const tool = itemById(item).step === 'topics' || item === 'benefits' ? null : 'conversationalAi'
        const share = publishedShareOf(shares, { indicator, population }, tool)
        if (share === null || row?.count === null || row === undefined) continue
        compared += 1
        expect(row.count).toBeCloseTo((share.count * share.sharePercent) / 100, 6)
      }
      const bases = new Map<string, number | null>()
      for (const { item, option, ageGroup, count } of rows) {
        if (count === null) continue
        if (item === 'ageBand' && option !== answeredLine) {
          const band = counts.cells.ageBand.answered[option as 'under35' | 'from35']
          bases.set(`${option} ${band}`, count)
        }
        if (option !== answeredLine) continue
        const { answered } = counts.cells[item]
        const key = `${ageGroup} ${ageGroup === 'all' ? peopleIn(ageGroups, answered) : answered[ageGroup]}`
        expect(bases.get(key) ?? count).toBe(count)
        bases.set(key, count)
      }
    }),
    { numRuns: 20 },
  )
  expect(compared).toBeGreaterThan(30)
})
