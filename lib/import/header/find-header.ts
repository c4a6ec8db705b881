import type { Directory } from '../labels'
import { plain, visible } from '../plain'
import { columnLetters, type Row, type Table } from '../table/table'
import { untitledNames } from './fields.data'
import { targetOf, type Target } from './target'

export interface Column {
  readonly index: number
  /** As the file has it, the cells of two header rows with `›` between them. */
  readonly title: string
  /** Its letter, in a sheet. */
  readonly letter: string | null
  /** null: a title that is not known. */
  readonly target: Target | null
}

export interface Header {
  readonly columns: readonly Column[]
  /** The rows below it. */
  readonly body: readonly Row[]
  /** What stands above it: the title of the table. */
  readonly title: string
}

/** How far down a header is looked for. */
const deepest = 30

/** A row with the empty cells after a title filled with it: in text files that is what is left of merged cells. */
function spread(row: Row): readonly string[] {
  let last = ''
  return row.cells.map(({ text }) => {
    last = visible(text) === '' ? last : visible(text)
    return last
  })
}

const isNumber = (text: string) => /^[\d\s.,%<*-]+$/.test(visible(text)) && /\d/.test(text)

function columnsOf(
  top: Row,
  below: Row | undefined,
  format: Table['format'],
  populations: Directory,
): readonly Column[] {
  const width = Math.max(top.cells.length, below?.cells.length ?? 0)
  const upper = below === undefined ? top.cells.map(({ text }) => visible(text)) : spread(top)
  return Array.from({ length: width }, (_, index) => {
    const lower = visible(below?.cells[index]?.text ?? '')
    // Only a title that has others below it reaches over the columns after it.
    const own = visible(top.cells[index]?.text ?? '')
    const titles = lower === '' ? [own] : [upper[index] ?? '', lower]
    const parts = [...new Set(titles.filter((title) => title !== ''))]
    return {
      index,
      title: parts.join(' › ').replaceAll(/\s+/g, ' '),
      letter: format === 'xlsx' ? columnLetters(index) : null,
      target: parts.length === 0 ? null : targetOf(parts, populations),
    }
  })
}

/** A first column whose title says nothing holds the names of the lines, where no other does. */
function withLabels(columns: readonly Column[]): readonly Column[] {
  const isNaming = ({ target }: Column) =>
    target?.kind === 'field' && (target.field === 'code' || target.field === 'label')
  if (columns.some(isNaming)) return columns
  const [first, ...others] = columns
  const isFree = first?.target === null && untitledNames.includes(plain(first.title))
  return isFree ? [{ ...first, target: { kind: 'field', field: 'label' } }, ...others] : columns
}

const isValues = ({ target }: Column) =>
  (target?.kind === 'population' && target.unit === 'percent') ||
  (target?.kind === 'field' && target.field === 'value')

/** How many things a header names; 0 for what is no header: it says neither where percentages are nor what they are about. */
function score(columns: readonly Column[]): number {
  const named = new Set(columns.flatMap(({ target }) => (target === null ? [] : JSON.stringify(target))))
  return named.size >= 2 && columns.some(isValues) ? named.size : 0
}

/**
 * The header of a table: the row, or the two rows one below the other, among the first ones that name most. Two rows are one header
 * where they name more together than each, or where both do: titles above units, or in two languages. null: there is none.
 */
export function findHeader({ rows, format }: Table, populations: Directory): Header | null {
  const first = format === 'json' ? rows.slice(0, 1) : rows.slice(0, deepest)
  const isNamed = ({ text }: Row['cells'][number]) =>
    visible(text) === '' || targetOf([visible(text)], populations) !== null
  const singles = first.map((row) => {
    const columns = withLabels(columnsOf(row, undefined, format, populations))
    return { columns, height: 1, score: score(columns) }
  })
  const candidates = first.flatMap((row, index) => {
    const single = singles[index]
    const below = first[index + 1]
    if (single === undefined) return []
    if (below === undefined || below.cells.some(({ text }) => isNumber(text))) return [{ ...single, index }]
    const columns = withLabels(columnsOf(row, below, format, populations))
    const alone = Math.max(single.score, singles[index + 1]?.score ?? 0)
    const isBoth = single.score > 0 && below.cells.every(isNamed)
    const together = score(columns)
    const isPair = together > alone || (together === alone && isBoth)
    return [isPair ? { columns, height: 2, score: together, index } : { ...single, index }]
  })
  const best = Math.max(0, ...candidates.map((candidate) => candidate.score))
  const found = candidates.find((candidate) => candidate.score === best)
  if (found === undefined || best === 0) return null
  const above = rows
    .slice(0, found.index)
    .map(({ cells }) => cells.map(({ text }) => visible(text)).find((text) => text !== ''))
  const title = above.filter((text) => text !== undefined).join(' · ')
  return { columns: found.columns, body: rows.slice(found.index + found.height), title }
}
