import { limits } from '../limits'
import { emptyCell, type Cell } from '../table/table'
import type { Merged } from './cell-address'
import type { Sheet } from './sheet'

/** More than a sheet that can be read has: such a workbook was made to keep the site busy. */
const mostSteps = 1_000_000

/** Gives the cells of a merged one the text of its first. How many steps that took is returned. */
function fill(filled: ReadonlyMap<number, Map<number, Cell>>, { first, last }: Merged, copy: Cell): number {
  let steps = 0
  for (let row = first.row; row <= Math.min(last.row, first.row + limits.lines); row += 1) {
    steps += 1
    const cells = filled.get(row)
    // A row in which nothing else stands is no row of a table.
    if (cells === undefined) continue
    for (let column = first.column; column <= Math.min(last.column, limits.columns - 1); column += 1) {
      steps += 1
      if (row !== first.row || column !== first.column) cells.set(column, copy)
    }
  }
  return steps
}

/** The cells of a row as a list. One that lies beyond the bounds comes right after the last column within, where it is seen. */
function listOf(cells: ReadonlyMap<number, Cell>): readonly Cell[] {
  const last = Math.max(...cells.keys())
  const within = Math.min(last + 1, limits.columns)
  const list = Array.from({ length: within }, (_, column) => cells.get(column) ?? emptyCell)
  return last < limits.columns ? list : [...list, cells.get(last) ?? emptyCell]
}

/**
 * The rows of a sheet as lists of cells, from 0. Every cell of a merged one has its text, and says that it is merged. Rows that hold
 * nothing are left out. Throws where there are more merged cells than a sheet can have.
 */
export function filledRows({ rows, merged }: Sheet): readonly { row: number; cells: readonly Cell[] }[] {
  const filled = new Map([...rows].map(([row, cells]) => [row, new Map(cells)]))
  let steps = 0
  for (const range of merged) {
    const origin = rows.get(range.first.row)?.get(range.first.column)
    if (origin !== undefined) steps += fill(filled, range, { ...origin, isMerged: true })
    if (steps > mostSteps) throw new Error('The sheet has too many merged cells')
  }
  return [...filled].toSorted(([a], [b]) => a - b).map(([row, cells]) => ({ row, cells: listOf(cells) }))
}
