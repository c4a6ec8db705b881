import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Source } from '@/lib/comparison/waves'
import { DataFileError } from '@/lib/errors'
import { figureRecord, type FigureRecord } from '@/lib/waves/figure-record'
import { figureFields } from './figure-fields'

/** What a file of figures is read against. */
export interface FigureFileContext {
  /** The file's name, for messages. */
  readonly file: string
  readonly sources: readonly Source[]
}

interface Line {
  readonly number: number
  readonly fields: readonly string[]
}

const requiredColumns = ['code', 'population', 'value', 'qualifier', 'passage']

const parsedLines = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }))

function rowSchema(sources: readonly Source[]) {
  const ids = sources.map(({ id }) => id)
  return z.object({
    code: figureFields.indicator,
    population: figureFields.population,
    // Digits only: Number() would take an empty field for 0.
    value: z
      .string()
      .regex(/^\d+(\.\d+)?$/, 'must be a number from 0 to 100')
      .transform(Number)
      .refine((percent) => percent <= 100, 'must be a number from 0 to 100'),
    qualifier: figureFields.qualifier,
    passage: figureFields.passage,
    status: figureFields.status,
    time_frame: figureFields.timeFrame,
    source: z.enum(ids, `must be one of ${ids.join(', ')}`),
  })
}

function splitLines(csv: string, file: string): readonly Line[] {
  try {
    const parsed: unknown = parse(csv, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    })
    return parsedLines.parse(parsed).map(({ record, info }) => ({ number: info.lines, fields: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new DataFileError(file, [error.message])
  }
}

function readRow(
  columns: readonly string[],
  { number, fields }: Line,
  schema: ReturnType<typeof rowSchema>,
  onlySource: string,
) {
  if (fields.length !== columns.length) {
    return { problems: [`line ${number}: has ${fields.length} fields, and the header ${columns.length}`] }
  }
  const texts = Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']))
  const given = {
    ...texts,
    status: texts['status'] || 'published',
    time_frame: texts['time_frame'] || null,
    source: texts['source'] || onlySource,
  }
  const row = schema.safeParse(given)
  if (row.success) return { problems: [], row: row.data }
  return {
    problems: row.error.issues.map(({ path, message }) => {
      const field = String(path[0])
      return `line ${number}, ${field}: "${texts[field] ?? ''}" ${message}`
    }),
  }
}

/**
 * The figures in a CSV file with the columns `code` (indicator), `population`, `value` (percent, 0 to 100),
 * `qualifier` and `passage`. A column `status` is needed where a figure is disputed, a column `time_frame` where one is about
 * use over time, a column `source` where the wave has several; other columns are for people. An indicator has one time frame.
 * Throws DataFileError with every problem, by line and field.
 */
export function parseFigureFile(csv: string, { file, sources }: FigureFileContext): readonly FigureRecord[] {
  const [header, ...lines] = splitLines(csv, file)
  const columns = header?.fields ?? []
  const missing = requiredColumns.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    throw new DataFileError(
      file,
      missing.map((column) => `line ${header?.number ?? 1}, ${column}: the column is missing`),
    )
  }

  const schema = rowSchema(sources)
  const onlySource = sources.length === 1 ? (sources[0]?.id ?? '') : ''
  const problems: string[] = lines.length === 0 ? ['line 2: there are no figures'] : []
  const figures: FigureRecord[] = []
  const lineOfFigure = new Map<string, number>()
  for (const line of lines) {
    const { row, problems: found } = readRow(columns, line, schema, onlySource)
    problems.push(...found)
    if (row === undefined) continue
    const {
      code: indicator,
      value: sharePercent,
      source: sourceId,
      population,
      qualifier,
      status,
      passage,
      time_frame: timeFrame,
    } = row
    const key = `${indicator} in ${population}`
    const earlier = lineOfFigure.get(key)
    if (earlier !== undefined)
      problems.push(`line ${line.number}, code: ${key} stands in line ${earlier} already`)
    lineOfFigure.set(key, line.number)
    const before = figures.find(({ code }) => code === indicator)
    if (before !== undefined && before.timeFrame !== timeFrame) {
      problems.push(`line ${line.number}, time_frame: must be the same for all lines of ${indicator}`)
    }
    figures.push(
      figureRecord.parse({
        code: indicator,
        population,
        sharePercent,
        qualifier,
        status,
        timeFrame,
        passage,
        sourceId,
      }),
    )
  }
  if (problems.length > 0) throw new DataFileError(file, problems)
  return figures
}
