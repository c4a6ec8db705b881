import { expect, test } from 'vitest'
import { lastEndedWeek } from '@/lib/counts/ended-week'

test.each([
  ['2026-11-24T08:00:00Z', '2026-W47'],
  ['2026-11-22T23:59:59Z', '2026-W46'],
  // Who was about to contribute at midnight has an hour.
  ['2026-11-23T00:59:59Z', '2026-W46'],
  ['2026-11-23T01:00:00Z', '2026-W47'],
  // 2026 has a week 53, which ends on 3 January.
  ['2027-01-04T01:00:00Z', '2026-W53'],
])('at %s the last week that is over is %s', (now, week) => {
  expect(lastEndedWeek(new Date(now))).toBe(week)
})
