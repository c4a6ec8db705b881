import { readBase } from '../cells/base'
import { numberOf } from '../cells/number-text'
import { baseRowNames, totalRowNames } from '../header/fields.data'
import type { Layout } from '../header/layout'
import { plain, visible } from '../plain'
import type { Row } from '../table/table'
import { codeForms } from './read-code'

/** What a row of a table is, besides one of figures. */
export type RowKind =
  | { readonly kind: 'figures' }
  /** A text alone in the first cell: the question of the rows below. */
  | { readonly kind: 'question'; readonly question: string }
  /** How many people the columns are about, by column. */
  | { readonly kind: 'bases'; readonly bases: ReadonlyMap<number, number> }
  /** What adds up to 100 by itself, or repeats the header on a new page. */
  | { readonly kind: 'total' | 'header'; readonly found: string }

function basesOf(row: Row, { values }: Layout): ReadonlyMap<number, number> {
  return new Map(
    values.flatMap(({ column, base, counts }) => {
      // Beside a column of counts, the base stands in that one, and 100 in the other.
      const readings = [base, counts, column].map((each) => (each === null ? null : row.cells[each.index]))
      for (const cell of readings) {
        const reading = cell === null || cell === undefined ? null : readBase(cell)
        if (reading !== null && 'value' in reading && reading.value !== null)
          return [[column.index, reading.value]]
      }
      return []
    }),
  )
}

function kindOf(row: Row, layout: Layout, titles: ReadonlySet<string>): RowKind {
  const { columns, fields, values } = layout
  const filled = row.cells.flatMap(({ text }) => visible(text) || [])
  const [first = ''] = filled
  const firstColumn = row.cells.findIndex(({ text }) => visible(text) !== '')
  const naming = fields.get('label') ?? fields.get('code')
  const isFirst = firstColumn === 0 || firstColumn === naming?.index
  // A text that was merged over the whole row is one text.
  const isAlone =
    filled.length === 1 || (new Set(filled).size === 1 && row.cells.some(({ isMerged }) => isMerged))
  const isText = numberOf(first) === null && !codeForms.code.test(first)
  if (columns.length > 1 && isAlone && isFirst && isText) return { kind: 'question', question: first }
  if (filled.length > 1 && filled.every((text) => titles.has(plain(text))))
    return { kind: 'header', found: first }
  const name = plain(row.cells[naming?.index ?? 0]?.text ?? '').replace(/ \d{1,9}$/, '')
  if (baseRowNames.includes(name)) return { kind: 'bases', bases: basesOf(row, layout) }
  const isWhole = values.some(
    ({ column }) =>
      Math.abs((numberOf((row.cells[column.index]?.text ?? '').replace('%', '')) ?? 0) - 100) <= 3,
  )
  if (totalRowNames.includes(name) && isWhole) return { kind: 'total', found: first }
  return { kind: 'figures' }
}

/** The kind of each row below a header. */
export function rowKinds(body: readonly Row[], layout: Layout): readonly RowKind[] {
  const titles = new Set(layout.columns.flatMap(({ title }) => title.split(' › ').map(plain)))
  return body.map((row) => kindOf(row, layout, titles))
}

/** The bases that hold for each row: those of the row of bases under the same question, above or below it. */
export function basesOfRows(kinds: readonly RowKind[]): readonly ReadonlyMap<number, number>[] {
  const result: ReadonlyMap<number, number>[] = []
  let bases: ReadonlyMap<number, number> = new Map()
  const fill = (end: number) => {
    while (result.length < end) result.push(bases)
    bases = new Map()
  }
  for (const [index, kind] of kinds.entries()) {
    if (kind.kind === 'question') fill(index)
    if (kind.kind === 'bases') bases = kind.bases
  }
  fill(kinds.length)
  return result
}
