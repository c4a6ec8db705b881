import { figureStatuses, qualifiers, timeFrames } from '@/lib/comparison/figures'
import { modes } from '@/lib/comparison/waves'

/** What a cell holds, in the words of the Data Package standard. */
export type ColumnType = 'string' | 'number' | 'integer' | 'date'

interface Column {
  readonly type: ColumnType
  /** Whether no cell is empty. */
  readonly isRequired?: true
  /** The values that there are; else any. */
  readonly values?: readonly string[]
}

/** The columns of the figures as data, in order. People's programs name them: none ever changes its name or its meaning. */
export const columns = {
  wave: { type: 'string', isRequired: true },
  code: { type: 'string', isRequired: true },
  population: { type: 'string', isRequired: true },
  label_fr: { type: 'string', isRequired: true },
  label_en: { type: 'string', isRequired: true },
  population_label_fr: { type: 'string', isRequired: true },
  population_label_en: { type: 'string', isRequired: true },
  value: { type: 'number', isRequired: true },
  unit: { type: 'string', isRequired: true, values: ['percent'] },
  qualifier: { type: 'string', isRequired: true, values: qualifiers },
  status: { type: 'string', isRequired: true, values: figureStatuses },
  status_note_fr: { type: 'string' },
  status_note_en: { type: 'string' },
  time_frame: { type: 'string', values: timeFrames },
  base_n: { type: 'integer' },
  interval_low: { type: 'number' },
  interval_high: { type: 'number' },
  field_start: { type: 'date' },
  field_end: { type: 'date' },
  mode: { type: 'string', values: modes },
  scale: { type: 'string' },
  wording_fr: { type: 'string' },
  wording_en: { type: 'string' },
  statement_fr: { type: 'string' },
  statement_en: { type: 'string' },
  population_fr: { type: 'string' },
  population_en: { type: 'string' },
  single_choice: { type: 'string' },
  net_of: { type: 'string' },
  passage: { type: 'string', isRequired: true },
  source: { type: 'string', isRequired: true },
  source_title: { type: 'string', isRequired: true },
  source_publisher: { type: 'string', isRequired: true },
  source_published_on: { type: 'date', isRequired: true },
  source_url: { type: 'string', isRequired: true },
  citation_short: { type: 'string', isRequired: true },
  citation_long: { type: 'string', isRequired: true },
  address: { type: 'string', isRequired: true },
} as const satisfies Readonly<Record<string, Column>>

export type ColumnName = keyof typeof columns

export const columnNames = Object.keys(columns) as readonly ColumnName[]

/** A column, whichever it is. */
export const columnOf = (name: ColumnName): Column => columns[name]
