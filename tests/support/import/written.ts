import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WrittenCell } from './workbook'

/** How a table is written. */
export interface Style {
  readonly decimal: ',' | '.'
  /** What stands after a percentage. */
  readonly unit: '' | '%' | ' %' | '\u00a0%'
  readonly days: 'iso' | 'french'
}

/** The names of a table in French, in the order of ours. */
export const frenchTitles: readonly string[] = [
  'Indicateur',
  'Population',
  'Part (%)',
  'Précision',
  'Statut',
  'Note de statut',
  'Note de statut (EN)',
  'Période',
  'Source',
  'Passage',
  'Base',
  'Borne inférieure',
  'Borne supérieure',
  'Début du terrain',
  'Fin du terrain',
  'Mode de recueil',
  'Échelle',
  'Question',
  'Question (EN)',
  'Énoncé (FR)',
  'Énoncé (EN)',
  'Population (FR)',
  'Population (EN)',
  'Choix unique',
  'Net de',
]

const numberText = (number: number, { decimal }: Style) => String(number).replace('.', decimal)
const dayText = (day: string, { days }: Style) =>
  days === 'iso' ? day : day.split('-').toReversed().join('/')

/** The cells of a record, in the order of the titles. Numbers stay numbers where a file can hold them: `asText` makes them texts. */
export function cellsOf(record: FigureRecord, asText: Style | null): readonly WrittenCell[] {
  const percent = (value: number | undefined, unit = '') => {
    if (value === undefined) return null
    return asText === null ? value : `${numberText(value, asText)}${unit}`
  }
  const day = (value: string | null) => (value === null || asText === null ? value : dayText(value, asText))
  const { statusNote, interval, wording, statement, populationWords } = record
  return [
    record.code,
    record.population,
    percent(record.sharePercent, asText?.unit),
    record.qualifier,
    record.status,
    statusNote?.fr ?? null,
    statusNote?.en ?? null,
    record.timeFrame,
    record.sourceId,
    record.passage,
    asText === null ? record.baseSize : (record.baseSize?.toString() ?? null),
    percent(interval?.lowPercent),
    percent(interval?.highPercent),
    day(record.fieldStart),
    day(record.fieldEnd),
    record.mode,
    record.scale,
    wording?.fr ?? null,
    wording?.en ?? null,
    statement?.fr ?? null,
    statement?.en ?? null,
    populationWords?.fr ?? null,
    populationWords?.en ?? null,
    record.singleChoice,
    record.netOf.join('; '),
  ]
}

/** A table as a text with separators; every cell is quoted that has to be. */
export const delimited = (rows: readonly (readonly WrittenCell[])[], separator: string, end: string) =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''))
        .map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    )
    .join(end)
