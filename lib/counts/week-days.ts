import { addDays, startOfIsoWeek } from './iso-week'

const weekForm = /^(\d{4})-W(\d{2})$/

/** The midnight, in UTC, with which an ISO week `YYYY-Www` begins. Throws a RangeError for any other text. */
export function mondayOf(week: string): Date {
  const [, year, number] = weekForm.exec(week) ?? []
  if (year === undefined || number === undefined) throw new RangeError(`${week} is no ISO week`)
  // 4 January is always in week 01: ISO 8601-1:2019, 3.1.1.23.
  return addDays(startOfIsoWeek(new Date(`${year}-01-04T00:00:00Z`)), 7 * (Number(number) - 1))
}

/** The Sunday of an ISO week, at midnight in UTC. Throws as `mondayOf` does. */
export const sundayOf = (week: string): Date => addDays(mondayOf(week), 6)

/** The same as a day, `YYYY-MM-DD`. */
export const lastDayOf = (week: string): string => sundayOf(week).toISOString().slice(0, 10)

/** Whether a week ends with or after a day, `YYYY-MM-DD`; never where that is null. Throws as `mondayOf` does. */
export const isThrough = (week: string, day: string | null): boolean => day !== null && lastDayOf(week) >= day

const msPerWeek = 7 * 86_400_000

/** How many weeks there are from one week to another one, the first included and the last not; negative if that is earlier. */
export function weeksBetween(week: string, later: string): number {
  return Math.round((mondayOf(later).getTime() - mondayOf(week).getTime()) / msPerWeek)
}
