import type { Encoding } from '../decode'
import type { Warning } from '../notices'

/** What a cell holds, besides its text. `percent`: a number that the sheet shows as a percentage, and which is given as one. */
export type CellKind = 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error' | 'formula'

export interface Cell {
  /** As written, without what stood as a superscript; '' where there is nothing. */
  readonly text: string
  readonly kind: CellKind
  /** There where the file has a number, and no text that looks like one. */
  readonly number: number | null
  /** What stood as a superscript: the mark of a footnote. */
  readonly mark: string
  /** The result of a formula. */
  readonly isComputed: boolean
  /** Belongs to a merged cell, and is not its first. */
  readonly isMerged: boolean
}

export interface Row {
  /** From 1: line of the text file or sheet on which it begins, or place in a list of objects. */
  readonly line: number
  readonly cells: readonly Cell[]
}

export type FileFormat = 'csv' | 'xlsx' | 'json'
export type Separator = ',' | ';' | '\t'

/** The cells of a file, whatever it is. Rows without any text are left out. */
export interface Table {
  readonly format: FileFormat
  readonly encoding: Encoding | null
  readonly separator: Separator | null
  readonly sheet: string | null
  readonly rows: readonly Row[]
  readonly warnings: readonly Warning[]
}

export const emptyCell: Cell = {
  text: '',
  kind: 'text',
  number: null,
  mark: '',
  isComputed: false,
  isMerged: false,
}

/** A cell of a file that knows texts only. */
export const textCell = (text: string): Cell => (text === '' ? emptyCell : { ...emptyCell, text })

/** The letters of a column of a sheet, from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
