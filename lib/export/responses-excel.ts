import { optionsOf } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import type { CellTexts } from './cells'
import { answerColumns, columnsOf } from './columns'
import { csvCell, csvLine, lineEnd } from './csv'
import { answerLabel, columnLabel } from './labels'
import type { RecordBatches, ReleaseLevels } from './record'
import { rowPieces } from './rows'
import type { LanguageWords } from './words'

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\ufeff'

/**
 * `responses-excel-fr.csv`: words instead of codes, for a spreadsheet that is set to a language with decimal commas and so
 * expects semicolons. An unanswered item is an empty cell. There is no `sep=` line: Excel would drop the byte-order mark.
 */
export function responsesExcel(
  batches: RecordBatches,
  levels: ReleaseLevels,
  words: LanguageWords,
): Generator<Uint8Array> {
  const cell = (text: string) => `;${csvCell(text, ';')}`
  const cells = (item: CatalogueItem): CellTexts => ({
    single: ({ id }) => cell(answerLabel(item, id, words)),
    multiple: (chosen) =>
      optionsOf(item)
        .map((option) => cell(chosen.includes(option) ? words.export.chosen : words.export.notChosen))
        .join(''),
    missing: (kind) =>
      cell(kind === 'unanswered' ? '' : words.export.missing[kind]).repeat(columnsOf(item).length),
  })
  const header = csvLine(
    [words.export.record, ...answerColumns.map((column) => columnLabel(column, words))],
    ';',
  )
  return rowPieces(byteOrderMark + header, batches, { open: '', close: lineEnd, cells }, levels)
}
