import { addDays, isoWeekOf } from './iso-week'

/** A contribution may have been begun before midnight, and be kept after it: a week is over an hour after its end. */
const graceMs = 60 * 60 * 1000

/** The last ISO week, `YYYY-Www`, to which nobody can contribute any more at the moment `now`. */
export function lastEndedWeek(now: Date): string {
  return isoWeekOf(addDays(new Date(now.getTime() - graceMs), -7))
}
