import { addDays, isoWeekOf, startOfIsoWeek } from '@/lib/counts/iso-week'

/** How long what was contributed is kept, counted from the end of the week of contribution. Whole numbers, 0 or more. */
export interface RetentionPeriods {
  readonly receiptDays: number
  /** Calendar months. */
  readonly responseMonths: number
}

/** For how many days a backup may be kept, and a withdrawal is remembered: no restored backup brings a response back for good. */
export const mostBackupDays = 30

/** ISO weeks, `YYYY-Www`; what is of an earlier week, compared as text, is to be erased. */
export interface FirstKeptWeeks {
  readonly receipts: string
  readonly responses: string
}

/** The same day of the month so many months later, or the last day of that month where it has no such day. */
function addMonths(moment: Date, months: number): Date {
  const moved = new Date(moment)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const daysInMonth = new Date(moved)
  daysInMonth.setUTCMonth(moved.getUTCMonth() + 1, 0)
  moved.setUTCDate(Math.min(moment.getUTCDate(), daysInMonth.getUTCDate()))
  return moved
}

/** The first week of which the end, so many months later, is still to come. */
function firstWeekWithin(months: number, now: Date): string {
  const monday = startOfIsoWeek(addMonths(now, -months))
  const end = addDays(monday, 7)
  // From the end of a short month, going back and forth again can lead to a day or two earlier.
  return isoWeekOf(addMonths(end, months) <= now ? end : monday)
}

/**
 * The first weeks of contribution that are still kept. A receipt is erased once the whole week of its contribution ended
 * at least `receiptDays` times 24 hours ago, a response once it ended at least `responseMonths` calendar months ago: only
 * the week is known, so that nothing is erased before its time, and all within a week of it. A week ends in UTC. A period
 * in months ends on the day with the same number, or on the last day of a month that has none.
 * Throws a RangeError where a period is no whole number of 0 or more, or a date is out of the range of `isoWeekOf`.
 *
 * Source of the count in months: Regulation (EEC, Euratom) No 1182/71, article 3 (2) (c).
 */
export function firstKeptWeeks(now: Date, { receiptDays, responseMonths }: RetentionPeriods): FirstKeptWeeks {
  for (const period of [receiptDays, responseMonths]) {
    if (!Number.isInteger(period) || period < 0)
      throw new RangeError('a period of retention must be a whole number')
  }
  return {
    // The week that was under way then has ended since, but less long ago.
    receipts: isoWeekOf(addDays(now, -receiptDays)),
    responses: firstWeekWithin(responseMonths, now),
  }
}
