import { expect, test } from 'vitest'
import { leastThresholds, mayRetake } from '@/lib/participation/thresholds'

const previous = { takenOn: '2026-11-23', contributedCount: 100 }

test('the least thresholds are those that the method page states', () => {
  expect(leastThresholds).toEqual({ participantsShownFrom: 50, smallestCell: 11 })
})

test.each([
  [0, false],
  [10, false],
  [11, true],
  [5000, true],
])('the first snapshot, after %i contributions: %s', (contributedCount, expected) => {
  expect(mayRetake(null, contributedCount, '2026-11-23', leastThresholds)).toBe(expected)
})

test.each([
  ['2026-11-24', 110, false],
  ['2026-11-24', 111, true],
  ['2026-12-01', 111, true],
  ['2027-01-01', 100, false],
  ['2026-11-23', 5000, false],
  ['2026-11-22', 5000, false],
])(
  'after one of 23 November with 100 contributions, on %s with %i: %s',
  (today, contributedCount, expected) => {
    expect(mayRetake(previous, contributedCount, today, leastThresholds)).toBe(expected)
  },
)

test('where the smallest number that is shown is larger, as many new contributions are waited for', () => {
  const thresholds = { smallestCell: 20 }
  expect(mayRetake(null, 19, '2026-11-23', thresholds)).toBe(false)
  expect(mayRetake(null, 20, '2026-11-23', thresholds)).toBe(true)
  expect(mayRetake(previous, 119, '2026-11-24', thresholds)).toBe(false)
  expect(mayRetake(previous, 120, '2026-11-24', thresholds)).toBe(true)
})
