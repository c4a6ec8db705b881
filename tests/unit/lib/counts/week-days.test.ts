import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isoWeekOf, startOfIsoWeek } from '@/lib/counts/iso-week'
import { isThrough, lastDayOf, mondayOf, sundayOf, weeksBetween } from '@/lib/counts/week-days'

test.each([
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W41', '2026-10-05', '2026-10-11'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-W01', '2027-01-04', '2027-01-10'],
])('%s lasts from %s to %s', (week, monday, sunday) => {
  expect(mondayOf(week)).toEqual(new Date(`${monday}T00:00:00Z`))
  expect(sundayOf(week)).toEqual(new Date(`${sunday}T00:00:00Z`))
  expect(lastDayOf(week)).toBe(sunday)
})

test('every moment lies in the week that begins with the Monday of its week', () => {
  const moments = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, (moment) => {
      expect(mondayOf(isoWeekOf(moment))).toEqual(startOfIsoWeek(moment))
    }),
  )
})

test('a week reaches a day when it ends with it or later, and never reaches none', () => {
  expect(isThrough('2026-W41', '2026-10-11')).toBe(true)
  expect(isThrough('2026-W41', '2026-10-12')).toBe(false)
  expect(isThrough('2026-W41', '2026-10-06')).toBe(true)
  expect(isThrough('2026-W41', null)).toBe(false)
})

test('weeks are counted across years of 52 and of 53 weeks', () => {
  expect(weeksBetween('2026-W53', '2027-W01')).toBe(1)
  expect(weeksBetween('2025-W52', '2026-W01')).toBe(1)
  expect(weeksBetween('2026-W05', '2026-W03')).toBe(-2)
})

test('so many weeks later is that week', () => {
  const start = new Date('2026-01-07T12:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
      const later = isoWeekOf(addDays(start, 7 * count))
      expect(weeksBetween(isoWeekOf(start), later)).toBe(count)
    }),
  )
})

test.each(['', '2026', '2026-40', '2026-W4', '2026-W401', 'W40-2026'])('%j is no week', (text) => {
  expect(() => mondayOf(text)).toThrow(RangeError)
})
