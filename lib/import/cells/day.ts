import { visible } from '../plain'
import type { Cell } from '../table/table'
import { readAs, refused, type Reading } from './reading'

const millisecondsPerDay = 86_400_000

/** Years of which a survey is taken to be, and the serial numbers of their first and last day. */
const [firstYear, lastYear] = [1990, 2099]
const [firstSerial, lastSerial] = [32_874, 73_050]

/** A day as `YYYY-MM-DD`; null where the calendar has none, or it is none of our time. */
function dayOf(year: number, month: number, day: number): string | null {
  if (year < firstYear || year > lastYear) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  const [monthText, dayText] = [month, day].map((part) => String(part).padStart(2, '0'))
  return isReal ? `${year}-${monthText}-${dayText}` : null
}

/** The day of a spreadsheet's serial number, which counts from 30 December 1899; null where it is none of our time. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= firstSerial && serial < lastSerial + 1)) return null
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * millisecondsPerDay)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** A day, written `2025-12-11` or, as in France, `11/12/2025`, or as the serial number of a spreadsheet; null for an empty cell. */
export function readDay({ text, number }: Cell): Reading<string | null> {
  const found = visible(text)
  if (found === '') return readAs(null)
  const serial = number ?? (/^\d{5}$/.test(found) ? Number(found) : null)
  const fromSerial = serial === null ? null : dayOfSerial(serial)
  if (fromSerial !== null) return readAs(fromSerial)
  const [, ...iso] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(found)?.map(Number) ?? []
  const [isoYear = 0, isoMonth = 0, isoDay = 0] = iso
  const isoDate = iso.length === 0 ? null : dayOf(isoYear, isoMonth, isoDay)
  if (isoDate !== null) return readAs(isoDate)
  const [, ...parts] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(found)?.map(Number) ?? []
  const [first = 0, second = 0, year = 0] = parts
  const date = parts.length === 0 ? null : dayOf(year, second, first)
  if (date !== null) {
    const isEither = first <= 12 && second <= 12 && first !== second
    return readAs(date, isEither ? [{ code: 'dayFirst', values: { found, day: date } }] : [])
  }
  return parts.length > 0 && dayOf(year, first, second) !== null
    ? refused('monthFirst', found)
    : refused('badDay', found)
}
