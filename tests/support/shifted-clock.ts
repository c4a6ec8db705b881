import { pathToFileURL } from 'node:url'

/** The variables of a process whose clock is so many days ahead, or behind where there is a minus. */
export function shiftedClock(days: number): Record<string, string> {
  const file = pathToFileURL('tests/support/shift-dates.mjs').href
  return { NODE_OPTIONS: `--import=${file}`, SHIFTED_DAYS: String(days) }
}
