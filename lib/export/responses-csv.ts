import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import type { CellTexts } from './cells'
import { missingCodes } from './codes'
import { answerColumns, columnsOf, recordColumn } from './columns'
import { csvLine, lineEnd } from './csv'
import type { RecordBatches, ReleaseLevels } from './record'
import { rowPieces } from './rows'

function codedCells(item: CatalogueItem): CellTexts {
  const columns = columnsOf(item)
  return {
    single: ({ code }) => `,${code}`,
    multiple: (chosen) =>
      optionsOf(item)
        .map((option) => (chosen.includes(option) ? ',1' : ',0'))
        .join(''),
    missing: (kind) => `,${missingCodes[kind]}`.repeat(columns.length),
  }
}

/** `responses.csv`: RFC 4180, codes only, the same columns in every release. */
export function responsesCsv(batches: RecordBatches, levels: ReleaseLevels): Generator<Uint8Array> {
  const header = csvLine([recordColumn, ...answerColumns.map(({ name }) => name)], ',')
  return rowPieces(header, batches, { open: '', close: lineEnd, cells: codedCells }, levels)
}
