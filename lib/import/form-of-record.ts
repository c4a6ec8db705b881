import type { FigureRecord } from '@/lib/waves/figure-record'
import type { FigureInput } from './form-file'

const textOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)

/** What the controls of a figure's form hold, as `fileOfForm` takes it. */
export function formOfRecord(record: FigureRecord): Readonly<Record<FigureInput, string>> {
  const { statusNote, interval, wording, statement, populationWords } = record
  return {
    code: record.code,
    population: record.population,
    value: textOf(record.sharePercent),
    qualifier: record.qualifier,
    status: record.status,
    status_note_fr: textOf(statusNote?.fr),
    status_note_en: textOf(statusNote?.en),
    time_frame: textOf(record.timeFrame),
    source: record.sourceId,
    passage: record.passage,
    base_n: textOf(record.baseSize),
    interval_low: textOf(interval?.lowPercent),
    interval_high: textOf(interval?.highPercent),
    field_start: textOf(record.fieldStart),
    field_end: textOf(record.fieldEnd),
    mode: textOf(record.mode),
    scale: textOf(record.scale),
    wording_fr: textOf(wording?.fr),
    wording_en: textOf(wording?.en),
    statement_fr: textOf(statement?.fr),
    statement_en: textOf(statement?.en),
    population_fr: textOf(populationWords?.fr),
    population_en: textOf(populationWords?.en),
    single_choice: textOf(record.singleChoice),
    net_of: record.netOf.join(' '),
  }
}
