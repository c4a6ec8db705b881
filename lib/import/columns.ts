import type { FigureRecord } from '@/lib/waves/figure-record'

/** The columns of a file that the fields of a record are in, besides those of its key. */
export const fieldColumns = {
  sharePercent: 'value',
  qualifier: 'qualifier',
  status: 'status',
  statusNote: 'status_note',
  timeFrame: 'time_frame',
  passage: 'passage',
  sourceId: 'source',
  baseSize: 'base_n',
  interval: 'interval',
  fieldStart: 'field_start',
  fieldEnd: 'field_end',
  mode: 'mode',
  scale: 'scale',
  wording: 'wording',
  statement: 'statement',
  populationWords: 'population_words',
  singleChoice: 'single_choice',
  netOf: 'net_of',
} as const satisfies Record<Exclude<keyof FigureRecord, 'code' | 'population'>, string>
export type RecordField = keyof typeof fieldColumns
