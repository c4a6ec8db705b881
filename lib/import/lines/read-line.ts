import type { Qualifier } from '@/lib/comparison/figures'
import { isAboutUse, isIndicatorCode } from '@/lib/comparison/indicators'
import { readBase } from '../cells/base'
import { choices } from '../cells/choices.data'
import { readPercent } from '../cells/percent'
import type { ImportContext } from '../context'
import { figureInputs } from '../form-file'
import { formOfRecord } from '../form-of-record'
import type { Layout, ValueColumn } from '../header/layout'
import type { Directory } from '../labels'
import { visible } from '../plain'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { Row } from '../table/table'
import type { Line, RefusedLine } from './line'
import { readCode } from './read-code'
import { readFieldDays, readInterval } from './read-interval'
import { readWording, readWords } from './read-words'
import { rowReader, type RowReader } from './row-reader'

/** What a line is read with, besides its row. */
export interface LineContext extends ImportContext {
  readonly layout: Layout
  readonly indicators: Directory
  readonly populations: Directory
  /** The title of the table, which stands for the passage where no column names it. */
  readonly title: string
  /** The row of its own above the line. */
  readonly question: string | null
  /** Numbers of people from a row of bases, by column. */
  readonly bases: ReadonlyMap<number, number>
}

function readPassage(reader: RowReader, title: string): string {
  if (!reader.has('passage')) return title
  const before = reader.problems.length
  const passage = reader.text('passage')
  if (passage === null && reader.problems.length === before) reader.refuse('missingCell', {}, 'passage')
  return passage ?? ''
}

function readSource(reader: RowReader, sourceIds: readonly string[]): string {
  const [first = '', ...others] = sourceIds
  const found = reader.text('source')
  if (found === null && others.length === 0) return first
  if (found === null) reader.refuse('missingCell', {}, 'source')
  else if (!sourceIds.includes(found)) reader.refuse('unknownSource', { found, sources: sourceIds }, 'source')
  return found ?? ''
}

function readValue(reader: RowReader, { column }: ValueColumn) {
  if (reader.cell(column).isMerged) {
    reader.refuse('mergedValue', { found: reader.cell(column).text }, column)
    return null
  }
  return reader.read(column, readPercent)
}

/** How precisely a share is stated: by its own column, which is then filled in each line, or by a word before the number. */
function readQualifier(reader: RowReader, value: ValueColumn, fromWord: Qualifier | null): Qualifier {
  const found = reader.cell(value.column).text
  if (!reader.has('qualifier')) {
    if (fromWord !== null) reader.warn('qualifierFromWord', { found, qualifier: fromWord }, value.column)
    return fromWord ?? 'exact'
  }
  const before = reader.problems.length
  const given = reader.choose('qualifier', choices.qualifier)
  if (given === null && reader.problems.length === before) reader.refuse('missingCell', {}, 'qualifier')
  if (given !== null && fromWord !== null && given !== fromWord) {
    reader.refuse('qualifierConflict', { found, qualifier: fromWord, given }, value.column)
  }
  return given ?? 'exact'
}

/** The words of a code that is not known: without them nobody could be told what the figure says. */
function requireWords(
  reader: RowReader,
  record: FigureRecord,
  { indicators, populations }: LineContext,
): void {
  const { code, population, statement, populationWords } = record
  const isSaid = (field: string) =>
    reader.problems.some(({ code: problem, column }) => problem === 'oneLanguage' && column === field)
  if (
    code !== '' &&
    !indicators.knows(code) &&
    statement === null &&
    !isSaid('statement_fr') &&
    !isSaid('statement_en')
  ) {
    reader.refuse('statementMissing', { found: code, nearest: indicators.nearest(code) }, 'code')
  }
  if (
    population !== '' &&
    !populations.knows(population) &&
    populationWords === null &&
    !isSaid('population_fr') &&
    !isSaid('population_en')
  ) {
    reader.refuse(
      'populationWordsMissing',
      { found: population, nearest: populations.nearest(population) },
      'population',
    )
  }
}

/** What the form of a refused line begins with. */
function typedOf(
  reader: RowReader,
  { fields }: Layout,
  { column }: ValueColumn,
  record: FigureRecord,
): RefusedLine['typed'] {
  const written = figureInputs.flatMap((name) => {
    const text = name in choices || name === 'source' ? '' : visible(reader.cell(fields.get(name)).text)
    return text === '' ? [] : [[name, text] as const]
  })
  return { ...formOfRecord(record), ...Object.fromEntries(written), value: visible(reader.cell(column).text) }
}

/** One figure: a row, and the column of its percentage. */
export function readLine(row: Row, value: ValueColumn, context: LineContext): Line {
  const { layout, indicators, populations, sourceIds, title, question, bases, labels } = context
  const { fields } = layout
  const reader = rowReader(row, layout)

  const code = readCode(
    reader,
    'code',
    indicators,
    reader.cell(fields.get('wording_fr')).text || question,
    labels.sections,
  )
  const population = value.population ?? readCode(reader, 'population', populations)?.code ?? null
  const percent = readValue(reader, value)
  const sharePercent = percent?.percent ?? null
  const base = reader.read(value.base ?? fields.get('base_n'), readBase)
  const record: FigureRecord = {
    code: code?.code ?? '',
    population: population ?? '',
    sharePercent: sharePercent ?? 0,
    qualifier: readQualifier(reader, value, percent?.qualifier ?? null),
    status: reader.choose('status', choices.status) ?? 'published',
    statusNote: readWords(reader, 'status_note_fr', 'status_note_en'),
    timeFrame: reader.choose('time_frame', choices.time_frame),
    passage: readPassage(reader, title),
    sourceId: readSource(reader, sourceIds),
    baseSize: base ?? bases.get(value.column.index) ?? value.titleBase,
    interval: readInterval(reader, layout, sharePercent),
    ...readFieldDays(reader, layout),
    mode: reader.choose('mode', choices.mode),
    scale: reader.text('scale'),
    wording: readWording(reader, question, context.language),
    statement: readWords(reader, 'statement_fr', 'statement_en'),
    populationWords: readWords(reader, 'population_fr', 'population_en'),
    singleChoice: reader.text('single_choice'),
    netOf:
      reader
        .text('net_of')
        ?.split(/[;,|\s]+/)
        .filter((part) => part !== '') ?? [],
  }
  requireWords(reader, record, context)

  const place = {
    line: row.line,
    column: value.column.title,
    letter: value.column.letter,
    warnings: reader.warnings,
  }
  const [first, ...others] = reader.problems
  if (first !== undefined) {
    const typed = typedOf(reader, layout, value, record)
    return { ...place, problems: [first, ...others], code: code?.code ?? null, population, typed }
  }
  const label =
    code?.label ?? (reader.has('code') ? reader.cell(fields.get('label') ?? undefined).text || null : null)
  // Who is compared depends on it.
  const isTimeFrameAssumed =
    record.timeFrame === null && isIndicatorCode(record.code) && isAboutUse(record.code)
  return {
    ...place,
    record: isTimeFrameAssumed ? { ...record, timeFrame: 'unclear' } : record,
    label,
    repeats: null,
    isTimeFrameAssumed,
  }
}
