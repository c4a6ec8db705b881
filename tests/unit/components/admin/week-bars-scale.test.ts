import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datedBars, ticksUpTo, weekBars } from '@/components/admin/dashboard/week-bars-scale'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import type { CountedBlock } from '@/lib/participation/dashboard-view'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3.5, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [20, [0, 5, 10, 15, 20]],
  [21, [0, 10, 20, 30]],
  [95, [0, 50, 100]],
  [1245, [0, 500, 1000, 1500]],
])('lines for up to %s responses', (greatest, ticks) => {
  expect(ticksUpTo(greatest)).toEqual(ticks)
})

test('a block of three weeks is three times as wide, and as high as its weeks are on average', () => {
  const { bars, ticks } = weekBars([
    { firstWeek: '2026-W51', lastWeek: '2027-W01', count: 30 },
    { firstWeek: '2027-W02', lastWeek: '2027-W02', count: 20 },
  ])
  expect(ticks.at(-1)).toBe(20)
  // 2026 has 53 weeks: the first block has four.
  expect(
    bars.map(({ xPercent, widthPercent, heightPercent }) => [xPercent, widthPercent, heightPercent]),
  ).toEqual([
    [0, 80, 37.5],
    [80, 20, 100],
  ])
})

test('no blocks give no bars', () => {
  expect(weekBars([])).toEqual({ bars: [], ticks: [0, 1] })
})

/** Blocks one after the other, of so many weeks and responses. */
function blocksOf(sizes: readonly (readonly [weeks: number, count: number])[]): CountedBlock[] {
  let monday = new Date('2026-01-05T00:00:00Z')
  return sizes.map(([weeks, count]) => {
    const firstWeek = isoWeekOf(monday)
    const lastWeek = isoWeekOf(addDays(monday, 7 * (weeks - 1)))
    monday = addDays(monday, 7 * weeks)
    return { firstWeek, lastWeek, count }
  })
}

const someBlocks = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 400 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map(blocksOf)

test('bars fill the width, stay within the height, and their areas are as the numbers of responses', () => {
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      const { bars, ticks } = weekBars(blocks)
      let end = 0
      for (const { xPercent, widthPercent, heightPercent } of bars) {
        expect(xPercent).toBeCloseTo(end)
        expect(heightPercent).toBeLessThanOrEqual(100)
        end = xPercent + widthPercent
      }
      expect(end).toBeCloseTo(100)
      expect(ticks.length).toBeLessThanOrEqual(5)
      const areas = bars.map(
        ({ block, widthPercent, heightPercent }) => (widthPercent * heightPercent) / block.count,
      )
      for (const area of areas) expect(area).toBeCloseTo(areas[0] ?? 0)
    }),
  )
})

test('dates under the bars begin with the first, and do not touch', () => {
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      const { bars } = weekBars(blocks)
      const dated = datedBars(bars)
      expect(dated[0]).toBe(bars[0])
      const places = dated.map(({ xPercent }) => xPercent)
      for (const [index, place] of places.entries()) {
        expect((places[index + 1] ?? 100) - place).toBeGreaterThanOrEqual(20)
      }
    }),
  )
})
