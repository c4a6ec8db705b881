import type { FigureRecord } from '@/lib/waves/figure-record'
import { plainRecord } from './records'

/** What a record has unless a file says otherwise. */
const usual: FigureRecord = { ...plainRecord, passage: 'p' }

/** A record in a line: indicator, population, share, and every field that is not as usual. */
export function summaryOf(record: FigureRecord): string {
  const { code, population, sharePercent, ...others } = record
  const special = Object.entries(others).flatMap(([field, value]) => {
    const text = JSON.stringify(value)
    return text === JSON.stringify(usual[field as keyof FigureRecord]) ? [] : [`${field} ${text}`]
  })
  return [`${code} ${population} ${sharePercent}`, ...special].join(', ')
}
