import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { cellsOf, type CellTexts } from './cells'
import {
  packedBytes,
  packedCode,
  packedItems,
  packedSize,
  type PackedItem,
} from '@/lib/records/packed-answers'
import type { RecordBatches, ReleaseLevels } from './record'

/** How a file writes rows: what opens one, the cells of each item, what closes it. */
export interface RowTexts {
  readonly open: string
  readonly close: string
  readonly cells: (item: CatalogueItem) => CellTexts
}

/** Rows are handed on in pieces of about this many bytes. */
const pieceBytes = 256 * 1024

/** The most that a row can take, with room to spare: a longer one would throw. */
const rowBytes = 16 * 1024

/** Neighbouring items that take at most so many bytes are written together: their codes make one number, one of some hundreds. */
const groupBytes = 3

function groupsOf(all: readonly PackedItem[]): readonly (readonly PackedItem[])[] {
  const groups: PackedItem[][] = []
  let room = 0
  for (const placed of all) {
    const bytes = packedBytes[placed.item.kind]
    if (bytes > room) {
      groups.push([])
      room = groupBytes
    }
    groups.at(-1)?.push(placed)
    room -= bytes
  }
  return groups
}

type CellsWriter = (batch: Uint8Array, record: number) => Uint8Array

/**
 * The bytes of the cells of some items, for the record that begins at `record`. The same answers come again and again: a
 * combination is put into words once, when it is first met, and refused every time when it cannot be released.
 */
function cellsWriter(group: readonly PackedItem[], levels: ReleaseLevels, texts: RowTexts): CellsWriter {
  const writers = group.map((placed) => ({ placed, cells: texts.cells(placed.item) }))
  const told = group.filter(({ item }) => levels[item.id] !== 'withheld')
  const offsets = told.flatMap(({ item, offset }) =>
    Array.from({ length: packedBytes[item.kind] }, (_, byte) => offset + byte),
  )
  const known = new Map<number, Uint8Array>()
  return (batch, record) => {
    let codes = 0
    for (const offset of offsets) codes = (codes << 8) | (batch[record + offset] ?? 0)
    const found = known.get(codes)
    if (found) return found
    const made = writers.map(({ placed, cells }) =>
      cellsOf(placed.item, levels[placed.item.id], packedCode(batch, record, placed), cells),
    )
    const bytes = Buffer.from(made.join(''))
    known.set(codes, bytes)
    return bytes
  }
}

/**
 * A header and all rows, in pieces: what opens a row, the record's number, the cells of every item in the catalogue's order,
 * what closes it. Throws on a record that cannot be released: see `cellsOf`.
 */
export function* rowPieces(
  header: string,
  batches: RecordBatches,
  texts: RowTexts,
  levels: ReleaseLevels,
): Generator<Uint8Array> {
  const writers = groupsOf(packedItems).map((group) => cellsWriter(group, levels, texts))
  let piece = Buffer.allocUnsafe(pieceBytes)
  let filled = piece.write(header)
  let number = 0
  for (const batch of batches) {
    for (let record = 0; record < batch.length; record += packedSize) {
      if (filled + rowBytes > pieceBytes) {
        yield piece.subarray(0, filled)
        piece = Buffer.allocUnsafe(pieceBytes)
        filled = 0
      }
      number += 1
      filled += piece.write(texts.open + number, filled, 'latin1')
      for (const write of writers) {
        const cells = write(batch, record)
        piece.set(cells, filled)
        filled += cells.length
      }
      filled += piece.write(texts.close, filled, 'latin1')
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}
