import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isoWeekOf, startOfIsoWeek } from '@/lib/counts/iso-week'
import { firstKeptWeeks } from '@/lib/contribution/retention'
import { runs } from '@/tests/support/runs'

const usual = { receiptDays: 30, responseMonths: 24 }

// Week 48 of 2026 ends with Sunday 29 November: 30 days later is 30 December at midnight, 24 months later 30 November 2028.
test.each([
  ['2026-12-29T23:59:59Z', '2026-W48'],
  ['2026-12-30T00:00:00Z', '2026-W49'],
])('at %s the first receipts kept are of %s', (now, week) => {
  expect(firstKeptWeeks(new Date(now), usual).receipts).toBe(week)
})

test.each([
  ['2028-11-29T23:59:59Z', '2026-W48'],
  ['2028-11-30T00:00:00Z', '2026-W49'],
  // Week 53 of 2026 ends on Monday 4 January 2027.
  ['2029-01-03T23:59:59Z', '2026-W53'],
  ['2029-01-04T00:00:00Z', '2027-W01'],
])('at %s the first responses kept are of %s', (now, week) => {
  expect(firstKeptWeeks(new Date(now), usual).responses).toBe(week)
})

// Week 04 of 2028 ends on Monday 31 January; February has 29 days, and the period ends with its last one.
test.each([
  ['2028-02-28T23:59:59Z', '2028-W04'],
  ['2028-02-29T00:00:00Z', '2028-W05'],
])('a month after 31 January, at %s, the first responses kept are of %s', (now, week) => {
  expect(firstKeptWeeks(new Date(now), { receiptDays: 0, responseMonths: 1 }).responses).toBe(week)
})

/** A day so many months later, from year, month and day: another way than the code's. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const isLeap = newYear % 4 === 0 && (newYear % 100 !== 0 || newYear % 400 === 0)
  const length = newMonth === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(newMonth) ? 30 : 31
  return [newYear, newMonth, Math.min(date, length)].map((part) => String(part).padStart(2, '0')).join('-')
}

const arbitraryNow = fc.oneof(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
  // Around new years and ends of months, where it is easy to go wrong.
  fc
    .record({
      year: fc.integer({ min: 2026, max: 2099 }),
      month: fc.nat(11),
      day: fc.integer({ min: -3, max: 4 }),
    })
    .map(({ year, month, day }) => new Date(Date.UTC(year, month, day))),
)

test('a week is erased exactly when its end is old enough', () => {
  fc.assert(
    fc.property(
      arbitraryNow,
      fc.nat(90),
      fc.nat(40),
      fc.integer({ min: -9, max: 9 }),
      (now, days, months, offset) => {
        const kept = firstKeptWeeks(now, { receiptDays: days, responseMonths: months })
        const today = now.toISOString().slice(0, 10)

        const nearDays = startOfIsoWeek(addDays(now, 7 * offset - days))
        expect(isoWeekOf(nearDays) < kept.receipts).toBe(
          addDays(nearDays, 7 + days)
            .toISOString()
            .slice(0, 10) <= today,
        )

        const nearMonths = startOfIsoWeek(addDays(now, 7 * offset - Math.round(months * 30.44)))
        const end = addDays(nearMonths, 7).toISOString().slice(0, 10)
        expect(isoWeekOf(nearMonths) < kept.responses).toBe(monthsLater(end, months) <= today)
      },
    ),
    { numRuns: runs(2000) },
  )
})

test('the longer something is kept, the earlier its first week, and the current week is never erased', () => {
  fc.assert(
    fc.property(arbitraryNow, fc.nat(900), fc.nat(40), (now, days, months) => {
      const shorter = firstKeptWeeks(now, { receiptDays: days, responseMonths: months })
      const longer = firstKeptWeeks(now, { receiptDays: days + 1, responseMonths: months + 1 })
      expect(longer.receipts <= shorter.receipts && longer.responses <= shorter.responses).toBe(true)
      expect(shorter.receipts <= isoWeekOf(now) && shorter.responses <= isoWeekOf(now)).toBe(true)
    }),
  )
})

test.each([
  { receiptDays: -1, responseMonths: 24 },
  { receiptDays: 30, responseMonths: -1 },
  { receiptDays: 1.5, responseMonths: 24 },
  { receiptDays: 30, responseMonths: Number.NaN },
])('$receiptDays days and $responseMonths months are no periods', (periods) => {
  expect(() => firstKeptWeeks(new Date('2026-11-23'), periods)).toThrow(RangeError)
})

test('an invalid date is refused', () => {
  expect(() => firstKeptWeeks(new Date(Number.NaN), usual)).toThrow(RangeError)
})
