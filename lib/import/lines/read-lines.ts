import { indicatorDirectory, populationDirectory } from '../labels'
import { notice, type Problem, type Warning } from '../notices'
import { visible } from '../plain'
import type { ImportContext } from '../context'
import type { Layout } from '../header/layout'
import type { FileFormat, Row } from '../table/table'
import type { Line } from './line'
import { readLine } from './read-line'
import { basesOfRows, rowKinds } from './row-kind'

/**
 * A row of a text file whose cells cannot be told apart: more than there are columns, since a comma stands in a number or text without
 * quotes, or fewer. Which cell is what nobody can say then.
 */
function shapeProblem(row: Row, { columns }: Layout, format: FileFormat): Problem | null {
  if (format !== 'csv') return null
  const last = row.cells.findLastIndex(({ text }) => visible(text) !== '')
  const values = { cells: row.cells.length, columns: columns.length }
  if (last >= columns.length) return notice('longLine', values, row)
  return row.cells.length < columns.length ? notice('shortLine', values, row) : null
}

function misshapen(row: Row, problem: Problem): Line {
  const place = { line: row.line, column: '', letter: null, warnings: [] }
  return {
    ...place,
    problems: [notice(problem.code, problem.values, { line: row.line })],
    code: null,
    population: null,
    typed: {},
  }
}

export interface ReadLines {
  readonly lines: readonly Line[]
  readonly warnings: readonly Warning[]
}

/** The figures of the rows below a header, each by itself. */
export function readLines(
  body: readonly Row[],
  layout: Layout,
  format: FileFormat,
  title: string,
  context: ImportContext,
): ReadLines {
  const indicators = indicatorDirectory(context.labels)
  const populations = populationDirectory(context.labels)
  const warnings: Warning[] = []
  const kinds = rowKinds(body, layout)
  const bases = basesOfRows(kinds)
  let question: string | null = null
  const lines = body.flatMap((row, index): readonly Line[] => {
    const kind = kinds[index] ?? { kind: 'figures' }
    if (kind.kind === 'question') {
      question = kind.question
      const next = kinds.slice(index + 1).find((each) => each.kind === 'figures' || each.kind === 'question')
      const code = next?.kind === 'figures' ? 'questionRow' : 'noteRow'
      warnings.push(notice(code, { found: question }, { line: row.line }))
    }
    if (kind.kind === 'note') warnings.push(notice('noteRow', { found: kind.found }, { line: row.line }))
    if (kind.kind === 'total' || kind.kind === 'header') {
      warnings.push(notice('skippedLine', { found: kind.found }, { line: row.line }))
    }
    if (kind.kind !== 'figures') return []
    const problem = shapeProblem(row, layout, format)
    if (problem !== null) return [misshapen(row, problem)]
    const shared = {
      ...context,
      layout,
      indicators,
      populations,
      title,
      question,
      bases: bases[index] ?? new Map(),
    }
    // A cell that is empty in a table of several populations: nobody published that figure.
    const isThere = ({ column }: Layout['values'][number]) =>
      layout.values.length === 1 || visible(row.cells[column.index]?.text ?? '') !== ''
    return layout.values.filter(isThere).map((value) => readLine(row, value, shared))
  })
  return { lines, warnings }
}
