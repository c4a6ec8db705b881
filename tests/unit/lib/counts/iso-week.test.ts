import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isoWeekOf, startOfIsoWeek } from '@/lib/counts/iso-week'

/**
 * The calendar of weeks, counted day by day instead of computed: 3 January 2000 was a Monday, and week 01 is that with 4 January.
 */
const calendar = new Map<string, string>()
for (let monday = Date.UTC(2000, 0, 3), year = 2000, week = 1; year < 2120; monday += 7 * 86_400_000) {
  const days = Array.from({ length: 7 }, (_, day) =>
    new Date(monday + day * 86_400_000).toISOString().slice(0, 10),
  )
  if (days.some((day) => day.endsWith('-01-04'))) {
    week = 1
    year = Number(days.find((day) => day.endsWith('-01-04'))?.slice(0, 4))
  }
  for (const day of days) calendar.set(day, `${year}-W${String(week).padStart(2, '0')}`)
  week += 1
}

const arbitraryMoment = fc.date({
  min: new Date('2000-01-03T00:00:00Z'),
  max: new Date('2119-12-01T00:00:00Z'),
  noInvalidDate: true,
})

// Fridays, Saturdays and Sundays of January in weeks 52 and 53, days of December in week 01: the examples of ISO 8601.
test.each([
  ['2005-01-01T00:00:00Z', '2004-W53'],
  ['2005-01-02T23:59:59Z', '2004-W53'],
  ['2005-01-03T00:00:00Z', '2005-W01'],
  ['2006-01-01T12:00:00Z', '2005-W52'],
  ['2008-12-29T00:00:00Z', '2009-W01'],
  ['2010-01-03T23:59:59.999Z', '2009-W53'],
  ['2026-11-23T00:00:00Z', '2026-W48'],
  ['2026-12-31T00:00:00Z', '2026-W53'],
  ['2027-01-03T23:59:59Z', '2026-W53'],
  ['2027-01-04T00:00:00Z', '2027-W01'],
  ['1969-12-31T23:00:00Z', '1970-W01'],
  ['0004-01-01T00:00:00Z', '0004-W01'],
])('%s is in %s', (moment, week) => {
  expect(isoWeekOf(new Date(moment))).toBe(week)
})

test('every day is in the week of the calendar', () => {
  fc.assert(
    fc.property(arbitraryMoment, (moment) => {
      expect(isoWeekOf(moment)).toBe(calendar.get(moment.toISOString().slice(0, 10)))
    }),
  )
})

test('every day around a new year is in the week of the calendar', () => {
  for (let year = 2001; year < 2119; year += 1) {
    for (let day = -8; day <= 8; day += 1) {
      const moment = new Date(Date.UTC(year, 0, 1 + day, 23, 59))
      expect(isoWeekOf(moment)).toBe(calendar.get(moment.toISOString().slice(0, 10)))
    }
  }
})

test('a week begins on its Monday at midnight and ends with the next', () => {
  fc.assert(
    fc.property(arbitraryMoment, (moment) => {
      const monday = startOfIsoWeek(moment)
      expect(monday.toISOString()).toMatch(/T00:00:00\.000Z$/)
      expect(monday.getUTCDay()).toBe(1)
      expect(monday <= moment && moment < addDays(monday, 7)).toBe(true)
      expect(isoWeekOf(monday)).toBe(isoWeekOf(moment))
    }),
  )
})

test('before 1970, when days count backwards, weeks begin on Mondays too', () => {
  expect(startOfIsoWeek(new Date('1969-12-31T23:00:00Z'))).toEqual(new Date('1969-12-29T00:00:00Z'))
})

test('weeks sort as text as they do in time', () => {
  fc.assert(
    fc.property(arbitraryMoment, arbitraryMoment, (one, other) => {
      expect(isoWeekOf(one) < isoWeekOf(other)).toBe(startOfIsoWeek(one) < startOfIsoWeek(other))
    }),
  )
})

test.each([[new Date(Number.NaN)], [new Date(8.64e15)], [new Date('-000001-06-01T00:00:00Z')]])(
  '%s has no week',
  (moment) => {
    expect(() => isoWeekOf(moment)).toThrow(RangeError)
  },
)
