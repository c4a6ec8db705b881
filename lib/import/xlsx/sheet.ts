import { emptyCell, type Cell } from '../table/table'
import { addressOf, mergedRange, type Merged } from './cell-address'
import { walk, type Element } from './elements'
import type { NumberKind } from './number-formats'
import { richTextCollector, type RichText } from './rich-text'

/** What the cells of a sheet refer to. */
export interface Workbook {
  readonly texts: readonly RichText[]
  readonly kinds: readonly NumberKind[]
  /** Days are counted from 1904, as spreadsheets once did on one kind of computer. */
  readonly isFrom1904: boolean
}

/** The cells that hold something, by row and column from 0, before merged ones are filled. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Cell>>
  readonly merged: readonly Merged[]
  /** Rows that a filter or a person hides, from 1. */
  readonly hiddenRows: readonly number[]
}

/** Days between the two beginnings of counting. */
const daysTo1904 = 1462

/** Shares become percents here, without what counting in binary adds to them: 0.28 * 100. */
const inPercent = (share: number) => Number((share * 100).toPrecision(12))

function cellOf(type: string, style: number, content: string, workbook: Workbook): Cell {
  const { texts, kinds, isFrom1904 } = workbook
  if (type === 's') {
    const shared = texts[Number(content)]
    return shared === undefined ? emptyCell : { ...emptyCell, ...shared }
  }
  if (type === 'b') return { ...emptyCell, kind: 'boolean', text: content === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'e') return { ...emptyCell, kind: 'error', text: content }
  if (type === 'str') return { ...emptyCell, text: content }
  if (type === 'd') return { ...emptyCell, kind: 'date', text: content.slice(0, 10) }
  if (content.trim() === '') return emptyCell
  const number = Number(content)
  if (!Number.isFinite(number)) return { ...emptyCell, text: content }
  const kind = kinds[style] ?? 'number'
  const shown =
    kind === 'percent' ? inPercent(number) : kind === 'date' && isFrom1904 ? number + daysTo1904 : number
  return { ...emptyCell, kind, number: shown, text: kind === 'percent' ? `${shown} %` : String(shown) }
}

/** The cells of a worksheet. Throws where it is not well formed. */
export function readSheet(xml: string, workbook: Workbook): Sheet {
  const rows = new Map<number, Map<number, Cell>>()
  const merged: Merged[] = []
  const hiddenRows: number[] = []
  const inline = richTextCollector()
  let [row, column] = [-1, -1]
  let cell: Element['attributes'] = {}
  let [value, hasFormula] = ['', false]
  let within = ''

  function finishCell() {
    const { text, mark } = inline.take()
    const type = cell['t'] ?? 'n'
    const plain =
      type === 'inlineStr'
        ? { ...emptyCell, text, mark }
        : cellOf(type, Number(cell['s'] ?? 0), value, workbook)
    const isUnknown = hasFormula && plain.text === ''
    if (plain.text === '' && plain.mark === '' && !isUnknown) return
    const found: Cell = isUnknown
      ? { ...emptyCell, kind: 'formula', text: '=' }
      : { ...plain, isComputed: hasFormula }
    const cells = rows.get(row) ?? new Map<number, Cell>()
    rows.set(row, cells.set(column, found))
  }

  walk(xml, {
    open(element) {
      const { name, attributes } = element
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1
        column = -1
        if (attributes['hidden'] === '1' || attributes['hidden'] === 'true') hiddenRows.push(row + 1)
      } else if (name === 'c') {
        const address =
          attributes['r'] === undefined ? { row, column: column + 1 } : addressOf(attributes['r'])
        if (address === null) throw new Error(`A cell has the address ${attributes['r']}`)
        ;({ row, column } = address)
        cell = attributes
        ;[value, hasFormula] = ['', false]
      } else if (name === 'f') hasFormula = true
      else if (name === 'mergeCell') {
        const range = mergedRange(attributes['ref'] ?? '')
        if (range !== null) merged.push(range)
      } else inline.open(element)
      within = name
    },
    close(name) {
      inline.close(name)
      if (name === 'c') finishCell()
      within = ''
    },
    text(found) {
      if (within === 'v') value += found
      else inline.text(found)
    },
  })
  return { rows, merged, hiddenRows }
}
