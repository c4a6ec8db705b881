import { CsvError, parse } from 'csv-parse/sync'
import { limits } from '../limits'
import { notice, type Problem } from '../notices'
import { textCell, type Row, type Separator } from './table'

const separators: readonly Separator[] = [';', '\t', ',']

/** How often a separator stands in a line, outside quotes. */
const occurrences = (line: string, separator: Separator) =>
  line.replaceAll(/"[^"]*"/g, '').split(separator).length - 1

/** How many cells a separator makes in the lines that it cuts into equally many: prose and decimal commas make few. */
function regularity(lines: readonly string[], separator: Separator): number {
  const linesByCount = new Map<number, number>()
  for (const line of lines) {
    const count = occurrences(line, separator)
    linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1)
  }
  return Math.max(...[...linesByCount].map(([count, number]) => count * number))
}

function separatorOf(text: string): Separator {
  const lines = text
    .slice(0, 50_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const scores = separators.map((separator) => regularity(lines, separator))
  return separators[scores.indexOf(Math.max(...scores))] ?? ';'
}

/** With lines that have nothing but separators. */
const mostRecords = 2 * limits.lines + 1

/** A line that only tells spreadsheets the separator. */
const directive = /^sep=([,;\t])\n/

/** What the parser gives with `info`, which its types leave out. */
interface RecordWithInfo {
  readonly record: readonly string[]
  /** The line on which the record ends. */
  readonly info: { readonly lines: number }
}

const lineEnds = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)

/** The first line with something on it after so many. */
const lineAfter = (text: string, lines: number) =>
  text.split('\n').findIndex((line, index) => index >= lines && line !== '') + 1

/** The rows of a text with separators: commas, semicolons or tabs, any end of line. */
export function readDelimited(
  content: string,
): { readonly rows: readonly Row[]; readonly separator: Separator } | Problem {
  const ends = content.replaceAll(/\r\n?/g, '\n')
  const told = directive.exec(ends)?.[1] as Separator | undefined
  // The line stays as an empty one, so that the others keep their numbers.
  const text = told === undefined ? ends : ends.replace(directive, '\n')
  const separator = told ?? separatorOf(text)
  const rows: Row[] = []
  let [end, records] = [0, 0]
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      to: mostRecords,
      on_record: (given: unknown) => {
        const { record, info } = given as RecordWithInfo
        records += 1
        end = info.lines
        const isFilled = record.some((cell) => cell.trim() !== '')
        if (isFilled) rows.push({ line: end - lineEnds(record), cells: record.map(textCell) })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return notice('openQuote', {}, { line: lineAfter(text, end) })
  }
  return records < mostRecords ? { rows, separator } : notice('tooManyLines', { most: limits.lines })
}
