import { fileItems, schemeColumns, type Scheme, type SchemeColumn } from './scheme'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { packedBytes, unanswered } from '@/lib/records/packed-answers'

// A released record: one byte for each column of the scheme, then the items of the file as in packed answers. Records have no
// number of their own: they are numbered from 1 in their order, in one file only.

/** What stands for a column of the scheme where the person did not say enough. Otherwise: the place of what it says, from 1. */
export const notSaid = unanswered

/** Where a record has what a column of the scheme says. */
export interface SchemeField {
  readonly column: SchemeColumn
  readonly offset: number
  readonly bytes: 1
}

/** Where a record has the answer to an item. */
export interface ItemField {
  readonly item: CatalogueItem
  readonly offset: number
  readonly bytes: 1 | 2
}

export type RecordField = SchemeField | ItemField

export interface RecordLayout {
  readonly scheme: readonly SchemeField[]
  readonly items: readonly ItemField[]
  /** Bytes of one record. */
  readonly size: number
}

/** How the records of a scheme's files are laid out. */
export function recordLayout(scheme: Scheme): RecordLayout {
  let size = 0
  const take = <Bytes extends 1 | 2>(bytes: Bytes) => {
    const offset = size
    size += bytes
    return { offset, bytes }
  }
  const columns = schemeColumns(scheme).map((column) => ({ column, ...take(1) }))
  const items = fileItems.map((item) => ({ item, ...take(packedBytes[item.kind]) }))
  return { scheme: columns, items, size }
}

/** What stands for a field in the record that begins at `offset`. */
export function fieldCode(records: Uint8Array, offset: number, field: RecordField): number {
  const first = records[offset + field.offset] ?? unanswered
  return field.bytes === 1 ? first : first | ((records[offset + field.offset + 1] ?? 0) << 8)
}
