import type { FigureRecord } from '@/lib/waves/figure-record'

/** What a record has unless a file says otherwise. */
const usual: Partial<FigureRecord> = {
  qualifier: 'exact',
  status: 'published',
  statusNote: null,
  timeFrame: null,
  passage: 'p',
  sourceId: 'dsih-6110',
  baseSize: null,
  interval: null,
  fieldStart: null,
  fieldEnd: null,
  mode: null,
  scale: null,
  wording: null,
  statement: null,
  populationWords: null,
  singleChoice: null,
  netOf: [],
}

/** A record in a line: indicator, population, share, and every field that is not as usual. */
export function summaryOf(record: FigureRecord): string {
  const { code, population, sharePercent, ...others } = record
  const special = Object.entries(others).flatMap(([field, value]) => {
    const text = JSON.stringify(value)
    return text === JSON.stringify(usual[field as keyof FigureRecord]) ? [] : [`${field} ${text}`]
  })
  return [`${code} ${population} ${sharePercent}`, ...special].join(', ')
}
