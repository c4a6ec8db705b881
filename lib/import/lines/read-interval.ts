import { readDay } from '../cells/day'
import { readPercent, type Percent } from '../cells/percent'
import { readAs, type Reading } from '../cells/reading'
import type { Layout } from '../header/layout'
import { visible } from '../plain'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { Cell } from '../table/table'
import type { RowReader } from './row-reader'

const bound = (cell: Cell): Reading<Percent | null> =>
  visible(cell.text) === '' ? readAs(null) : readPercent(cell, false)

/** The interval as published: both ends, around the value. null where there is none, or where it cannot be, which is said. */
export function readInterval(
  reader: RowReader,
  { fields }: Layout,
  sharePercent: number | null,
): FigureRecord['interval'] {
  const before = reader.problems.length
  const [low, high] = [
    reader.read(fields.get('interval_low'), bound),
    reader.read(fields.get('interval_high'), bound),
  ]
  if (reader.problems.length > before || (low === null && high === null)) return null
  if (low === null || high === null) {
    reader.refuse('halfInterval', {}, low === null ? 'interval_low' : 'interval_high')
    return null
  }
  const interval = { lowPercent: low.percent, highPercent: high.percent }
  if (sharePercent !== null && (low.percent > sharePercent || high.percent < sharePercent)) {
    reader.refuse(
      'intervalMissesValue',
      { low: low.percent, high: high.percent, value: sharePercent },
      'interval_low',
    )
  }
  return interval
}

/** The first and the last day of the survey, in that order. */
export function readFieldDays(
  reader: RowReader,
  { fields }: Layout,
): Pick<FigureRecord, 'fieldStart' | 'fieldEnd'> {
  const [fieldStart, fieldEnd] = [
    reader.read(fields.get('field_start'), readDay),
    reader.read(fields.get('field_end'), readDay),
  ]
  if (fieldStart !== null && fieldEnd !== null && fieldStart > fieldEnd) {
    reader.refuse('daysReversed', { first: fieldStart, last: fieldEnd }, 'field_end')
  }
  return { fieldStart, fieldEnd }
}
