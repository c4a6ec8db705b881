import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datedPlaces, ticksUpTo, weeksUntil } from '@/components/admin/dashboard/week-bars-scale'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3.5, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [20, [0, 5, 10, 15, 20]],
  [21, [0, 10, 20, 30]],
  [95, [0, 50, 100]],
  [1245, [0, 500, 1000, 1500]],
])('lines for up to %s contributions', (greatest, ticks) => {
  expect(ticksUpTo(greatest)).toEqual(ticks)
})

test('weeks that nobody contributed in are filled in, and those since the last count are not counted', () => {
  const counted = [
    { week: '2026-W51', count: 20 },
    { week: '2027-W01', count: 5 },
  ]
  // 2026 has 53 weeks.
  expect(weeksUntil(counted, '2027-W03')).toEqual([
    { week: '2026-W51', count: 20 },
    { week: '2026-W52', count: 0 },
    { week: '2026-W53', count: 0 },
    { week: '2027-W01', count: 5 },
    { week: '2027-W02', count: null },
    { week: '2027-W03', count: null },
  ])
})

test('without weeks there is nothing to draw, also where a clock jumped back', () => {
  expect(weeksUntil([], '2026-W48')).toEqual([])
  expect(weeksUntil([{ week: '2026-W48', count: 5 }], '2026-W40')).toEqual([])
})

test('dates under the bars begin with the first week, and have room', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (weekCount) => {
      const places = datedPlaces(weekCount)
      expect(places[0]).toBe(0)
      for (const [index, place] of places.entries()) {
        const next = places[index + 1] ?? weekCount
        expect((100 * (next - place)) / weekCount).toBeGreaterThanOrEqual(20)
      }
    }),
  )
})
