import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WeekBlock } from '@/lib/participation/dashboard-view'
import { addDays, isoWeekOf } from '@/lib/participation/iso-week'
import { chosenRange, nextBlocks, type PreviousBlock, type WeekCount } from '@/lib/participation/week-blocks'

/** `40-41: 25` for a block of weeks of 2026. */
const block = (text: string): PreviousBlock => {
  const [, first = '', last, count] = /^(\d+)-(\d+)(?:: (\d+))?$/.exec(text) ?? []
  return { firstWeek: `2026-W${first}`, lastWeek: `2026-W${last}`, responseCount: Number(count ?? 0) }
}
const weeksOf = (counts: Readonly<Record<number, number>>): readonly WeekCount[] =>
  Object.entries(counts).map(([week, responseCount]) => ({ week: `2026-W${week}`, responseCount }))
const short = (blocks: readonly WeekBlock[]) =>
  blocks.map(({ firstWeek, lastWeek }) => `${firstWeek.slice(-2)}-${lastWeek.slice(-2)}`)
const after = (previous: readonly string[], counts: Readonly<Record<number, number>>) =>
  short(nextBlocks(previous.map(block), weeksOf(counts)))

describe('blocks of weeks, worked by hand', () => {
  test('each is as short as 11 responses allow, and the last weeks join the one before them', () => {
    expect(after([], { 40: 11, 41: 4, 42: 7, 44: 30, 45: 10 })).toEqual(['40-40', '41-42', '44-45'])
    expect(after([], { 40: 4, 41: 6 })).toEqual([])
    expect(after([], {})).toEqual([])
  })

  test('what was one block stays one, and new weeks are cut anew', () => {
    expect(after(['40-41: 30', '42-42: 20'], { 40: 15, 41: 15, 42: 40, 43: 12, 44: 13 })).toEqual([
      '40-41',
      '42-42',
      '43-43',
      '44-44',
    ])
  })

  test('a block that became too small is merged with the next one', () => {
    expect(after(['40-40: 11', '41-41: 20', '42-42: 20'], { 40: 10, 41: 20, 42: 20 })).toEqual([
      '40-41',
      '42-42',
    ])
    expect(after(['40-40: 11', '41-41: 20'], { 41: 20 })).toEqual(['41-41'])
  })

  test('a few who came late to the last block take the next week into it', () => {
    expect(after(['40-40: 30'], { 40: 33, 41: 40 })).toEqual(['40-41'])
    expect(after(['40-40: 30'], { 40: 30, 41: 40 })).toEqual(['40-40', '41-41'])
    expect(after(['40-40: 30'], { 40: 41, 41: 40 })).toEqual(['40-40', '41-41'])
    expect(after(['40-40: 30'], { 40: 33, 41: 5, 42: 40, 43: 11 })).toEqual(['40-42', '43-43'])
  })
})

const monday = new Date('2026-09-28T00:00:00Z')
const weekAt = (place: number) => isoWeekOf(addDays(monday, 7 * place))
const responses = (weeks: readonly WeekCount[]) =>
  weeks.reduce((sum, { responseCount }) => sum + responseCount, 0)
const within = (weeks: readonly WeekCount[], { firstWeek, lastWeek }: WeekBlock) =>
  weeks.filter(({ week }) => firstWeek <= week && week <= lastWeek)
const counted = (blocks: readonly WeekBlock[], weeks: readonly WeekCount[]): readonly PreviousBlock[] =>
  blocks.map((one) => ({ ...one, responseCount: responses(within(weeks, one)) }))

const arbitraryWeeks = fc
  .uniqueArray(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 30 })), { selector: ([place]) => place })
  .map((weeks) =>
    weeks
      .toSorted(([one], [other]) => one - other)
      .map(([place, responseCount]) => ({ week: weekAt(place), responseCount })),
  )

describe('whatever was counted before', () => {
  test('blocks hold each week once, in order, and 11 responses or more', () => {
    fc.assert(
      fc.property(arbitraryWeeks, arbitraryWeeks, (before, weeks) => {
        const blocks = nextBlocks(counted(nextBlocks([], before), before), weeks)
        expect(blocks.flatMap((one) => within(weeks, one))).toEqual(blocks.length > 0 ? weeks : [])
        for (const one of blocks) expect(responses(within(weeks, one))).toBeGreaterThanOrEqual(11)
        expect(blocks.length === 0).toBe(responses(weeks) < 11)
      }),
    )
  })

  test('no block is cut where none ended before', () => {
    fc.assert(
      fc.property(arbitraryWeeks, arbitraryWeeks, (before, weeks) => {
        const previous = counted(nextBlocks([], before), before)
        const blocks = nextBlocks(previous, weeks)
        for (const [place, { lastWeek }] of blocks.slice(0, -1).entries()) {
          const next = blocks[place + 1]?.firstWeek ?? ''
          const isCut = previous.some((one) => one.firstWeek <= lastWeek && next <= one.lastWeek)
          expect(isCut).toBe(false)
        }
      }),
    )
  })
})

/** Snapshot after snapshot, 11 responses or more later each: those of each week since, from that of the last snapshot on. */
const arbitraryHistory = fc.array(
  fc
    .array(fc.oneof(fc.nat(12), fc.integer({ min: 11, max: 60 })), { minLength: 1, maxLength: 4 })
    .filter((added) => added.reduce((sum, one) => sum + one, 0) >= 11),
  { minLength: 2, maxLength: 8 },
)

test('no two snapshots differ by fewer than 11, whatever blocks of them are subtracted', () => {
  let several = 0
  fc.assert(
    fc.property(arbitraryHistory, (history) => {
      let place = 0
      let weeks: readonly WeekCount[] = []
      let previous: readonly PreviousBlock[] = []
      const earlier: number[] = []
      const byWeek = new Map<string, number>()
      for (const added of history) {
        for (const [offset, count] of added.entries()) {
          const week = weekAt(place + offset)
          if (count > 0) byWeek.set(week, (byWeek.get(week) ?? 0) + count)
        }
        place += added.length - 1
        weeks = [...byWeek].map(([week, responseCount]) => ({ week, responseCount }))
        const blocks = counted(nextBlocks(previous, weeks), weeks)
        // Everyone up to the end of a block: all that blocks tell is what two of these differ by.
        const totals = blocks.map((_, end) =>
          blocks.slice(0, end + 1).reduce((sum, one) => sum + one.responseCount, 0),
        )
        const differences = totals.flatMap((now) => earlier.map((before) => Math.abs(now - before)))
        expect(differences.filter((difference) => difference > 0 && difference < 11)).toEqual([])
        earlier.push(...totals)
        if (blocks.length > 2) several += 1
        previous = blocks
      }
    }),
    { numRuns: 500 },
  )
  expect(several).toBeGreaterThan(300)
})

describe('the range that was asked for', () => {
  const blocks = ['40-41', '42-42', '45-47'].map(block)
  const asked = (from: string | null, to: string | null) => {
    const { start, end } = chosenRange(blocks, { from, to })
    return short(blocks.slice(start, end))
  }

  test.each([
    ['nothing', null, null, ['40-41', '42-42', '45-47']],
    ['the ends of blocks', '2026-W42', '2026-W47', ['42-42', '45-47']],
    ['weeks inside blocks', '2026-W41', '2026-W42', ['40-41', '42-42']],
    ['one week', '2026-W46', '2026-W46', ['45-47']],
    ['only a first week', '2026-W42', null, ['42-42', '45-47']],
    ['only a last week', null, '2026-W42', ['40-41', '42-42']],
    ['the wrong order', '2026-W47', '2026-W42', ['42-42', '45-47']],
    ['all before', '2025-W01', '2025-W52', ['40-41']],
    ['all after', '2027-W01', '2027-W02', ['45-47']],
    ['from before to after', '2025-W01', '2027-W02', ['40-41', '42-42', '45-47']],
    ['from a gap', '2026-W43', '2026-W53', ['45-47']],
    ['to a gap', '2026-W42', '2026-W44', ['42-42']],
    ['only a gap', '2026-W43', '2026-W44', ['42-42', '45-47']],
    ['no weeks', '<b>', '2026-W54', ['40-41', '42-42', '45-47']],
    ['week 0', '2026-W00', '2026-W41', ['40-41']],
    ['one that is no week', 'W42', '2026-W42', ['40-41', '42-42']],
    ['something beside a week', '2026-W42 ', '', ['40-41', '42-42', '45-47']],
  ])('%s', (_what, from, to, expected) => {
    expect(asked(from, to)).toEqual(expected)
  })

  test('is one of the blocks, whatever was asked for', () => {
    const text = fc.option(fc.oneof(fc.string(), fc.nat(30).map(weekAt)))
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 3 }), (from, to, count) => {
        const { start, end } = chosenRange(blocks.slice(0, count), { from, to })
        expect(0 <= start && start < end && end <= count).toBe(true)
      }),
    )
  })
})
