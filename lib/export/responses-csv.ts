import type { CellTexts } from './cells'
import { missingCodes } from './codes'
import { csvLine, lineEnd } from './csv'
import type { FileShape } from './edition-file'
import { rowPieces, type RecordBatches } from './rows'
import { columnsOf, recordColumn, waveColumn, type Variable } from './variables'

function codedCells(variable: Variable): CellTexts {
  const columns = columnsOf(variable)
  return {
    single: ({ code }) => `,${code}`,
    multiple: (chosen) => variable.options.map((option) => (chosen.includes(option) ? ',1' : ',0')).join(''),
    missing: (kind) => `,${missingCodes[kind]}`.repeat(columns.length),
  }
}

/** `responses.csv`: RFC 4180, codes only, the same columns in every file of a wave. `wave`: see `waveOfRows`. */
export function responsesCsv(batches: RecordBatches, shape: FileShape, wave: string): Generator<Uint8Array> {
  const header = csvLine([recordColumn, waveColumn, ...shape.columns.map(({ name }) => name)], ',')
  const texts = { open: '', afterNumber: `,${wave}`, close: lineEnd, cells: codedCells }
  return rowPieces(header, batches, shape, texts)
}
