/** Place of a cell in a sheet, both from 0. */
export interface Address {
  readonly row: number
  readonly column: number
}

/** `B5` as row 4, column 1; null where it is no address of a sheet. */
export function addressOf(reference: string): Address | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? []
  if (letters === '') return null
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

/** A range of merged cells, its first and its last one. */
export interface Merged {
  readonly first: Address
  readonly last: Address
}

/** `A1:B2` as its corners; null where it is no range. */
export function mergedRange(reference: string): Merged | null {
  const [first, last] = reference.split(':').map(addressOf)
  return first && last ? { first, last } : null
}
