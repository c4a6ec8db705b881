import { baseIn, readBase } from '../cells/base'
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
  /** What adds up to 100 by itself, repeats the header on a new page, or says something of the table. */
  | { readonly kind: 'total' | 'header' | 'note'; readonly found: string }

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

/** How notes of tables begin, in both languages. */
const note = /^(?:base|source|note|champ|lecture|n\.? ?b\.?|remarque|reading|scope)\b/i

/** A cell that tells a base by itself. */
const baseCell = /^\(?\s?(?:n|base)\s?[:=]\s?\d/i

/** A text alone in its row: a question, or a note, which may tell the base of all columns. */
function kindOfText(text: string, { values }: Layout): RowKind {
  if (!note.test(text)) return { kind: 'question', question: text }
  const base = baseIn(text)
  if (base === null) return { kind: 'note', found: text }
  return { kind: 'bases', bases: new Map(values.map(({ column }) => [column.index, base])) }
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
  if (columns.length > 1 && isAlone && isFirst && isText) return kindOfText(first, layout)
  if (filled.length > 1 && filled.every((text) => titles.has(plain(text))))
    return { kind: 'header', found: first }
  const name = plain(row.cells[naming?.index ?? 0]?.text ?? '').replace(/ \d{1,9}$/, '')
  if (baseRowNames.includes(name) || filled.every((text) => baseCell.test(text)))
    return { kind: 'bases', bases: basesOf(row, layout) }
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

/**
 * The bases that hold for each row: those of the row of bases under the same question, above or below it; else those of one that stands
 * before the first question.
 */
export function basesOfRows(kinds: readonly RowKind[]): readonly ReadonlyMap<number, number>[] {
  const result: ReadonlyMap<number, number>[] = []
  const none: ReadonlyMap<number, number> = new Map()
  let [bases, general, hasFigures] = [none, none, false]
  const fill = (end: number) => {
    if (!hasFigures && bases.size > 0) general = bases
    while (result.length < end) result.push(bases.size > 0 ? bases : general)
    ;[bases, hasFigures] = [none, false]
  }
  for (const [index, kind] of kinds.entries()) {
    if (kind.kind === 'question') fill(index)
    if (kind.kind === 'bases') bases = kind.bases
    if (kind.kind === 'figures') hasFigures = true
  }
  fill(kinds.length)
  return result
}
