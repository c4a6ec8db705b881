import { expect, test } from 'vitest'
import {
  leastThresholds,
  mayRetake,
  newResponsesPerSnapshot,
  shouldWaitForWeek,
} from '@/lib/participation/thresholds'

const previous = { takenOn: '2026-11-23', contributedCount: 100 }

test('the thresholds are those that the method page states', () => {
  expect([leastThresholds, newResponsesPerSnapshot]).toEqual([
    { participantsShownFrom: 50, smallestCell: 11 },
    11,
  ])
})

test.each([
  [0, false],
  [10, false],
  [11, true],
  [5000, true],
])('the first snapshot, after %i contributions: %s', (contributedCount, expected) => {
  expect(mayRetake(null, contributedCount, '2026-11-23')).toBe(expected)
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
    expect(mayRetake(previous, contributedCount, today)).toBe(expected)
  },
)

test.each([
  ['2026-11-24', 0, false],
  ['2026-11-24', 1, true],
  ['2026-11-24', 10, true],
  ['2026-11-24', 11, false],
  ['2026-11-29', 10, true],
  ['2026-11-30', 10, false],
])(
  'after one of 23 November, on %s with %i in the week that has begun, it waits: %s',
  (today, count, expected) => {
    expect(shouldWaitForWeek(previous, count, today)).toBe(expected)
  },
)
