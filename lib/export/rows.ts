import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { cellWriter, type CellTexts } from './cell-writer'
import type { RecordBatches, ReleaseLevels, ReleaseRecord } from './record'

/** How a file writes rows: what opens one, the cells of each item, what closes it. */
export interface RowTexts {
  readonly open: string
  readonly close: string
  readonly cells: (item: CatalogueItem) => CellTexts
}

/** Text is handed on in pieces of about this many characters. */
const pieceLength = 65_536

/** Writes one row: what opens it, the record's number, the cells of every item in the catalogue's order, what closes it. */
export function rowWriter(texts: RowTexts, levels: ReleaseLevels): (record: ReleaseRecord) => string {
  const writers = items.map((item) => ({
    id: item.id,
    write: cellWriter(item, levels[item.id], texts.cells(item)),
  }))
  return ({ number, answers }) => {
    let row = texts.open + number
    for (const { id, write } of writers) row += write(answers[id])
    return row + texts.close
  }
}

/** A header and all rows, in pieces. Throws on a record that cannot be released: see `cellWriter`. */
export async function* rowPieces(
  header: string,
  batches: RecordBatches,
  rowOf: (record: ReleaseRecord) => string,
): AsyncGenerator<string> {
  let piece = header
  for await (const batch of batches) {
    for (const record of batch) {
      piece += rowOf(record)
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
