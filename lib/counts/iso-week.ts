const msPerDay = 86_400_000

/** The midnight, in UTC, with which the ISO week of a moment begins: that of its Monday. */
export function startOfIsoWeek(moment: Date): Date {
  const daysSinceMonday = (moment.getUTCDay() + 6) % 7
  const day = Math.floor(moment.getTime() / msPerDay) - daysSinceMonday
  return new Date(day * msPerDay)
}

/** The same moment so many days later; earlier where `days` is negative. */
export function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * msPerDay)
}

/**
 * The week of a moment in UTC, `YYYY-Www` such as `2026-W53`. A week belongs to the year that has its Thursday, so that
 * the first days of January can be in week 52 or 53 of the year before, and the last of December in week 01 of the next.
 * Weeks sort as text. Throws a RangeError outside the years 0 to 9999, and for an invalid date.
 *
 * Source: ISO 8601-1:2019, 4.3.
 */
export function isoWeekOf(moment: Date): string {
  const thursday = addDays(startOfIsoWeek(moment), 3)
  const year = thursday.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) throw new RangeError('no ISO week: the date is invalid or too far away')
  const firstOfYear = new Date(thursday)
  firstOfYear.setUTCMonth(0, 1)
  const daysBefore = Math.round((thursday.getTime() - firstOfYear.getTime()) / msPerDay)
  const week = Math.floor(daysBefore / 7) + 1
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
}
