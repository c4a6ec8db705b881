import type { CellTexts } from './cells'
import { csvCell, csvLine, lineEnd, type Delimiter } from './csv'
import { waveInWords, type EditionFile, type FileShape } from './edition-file'
import { answerLabel, columnLabel } from './labels'
import { rowPieces, type RecordBatches } from './rows'
import { columnsOf, type Variable } from './variables'
import type { LanguageWords } from './words'

/** Tells Excel that the text is UTF-8. */
const byteOrderMark = '\ufeff'

/** What stands between cells for a spreadsheet that is set to a language: semicolons where decimals have commas. */
export function delimiterFor(language: string): Delimiter {
  return new Intl.NumberFormat(language).format(0.5).includes(',') ? ';' : ','
}

/**
 * `responses-excel-fr.csv` and its like: words instead of codes, for a spreadsheet that is set to the language. An unanswered item is
 * an empty cell. There is no `sep=` line: Excel would drop the byte-order mark.
 */
export function responsesExcel(
  batches: RecordBatches,
  file: EditionFile,
  shape: FileShape,
  words: LanguageWords,
): Generator<Uint8Array> {
  const delimiter = delimiterFor(words.language)
  const cell = (text: string) => delimiter + csvCell(text, delimiter)
  const cells = (variable: Variable): CellTexts => ({
    single: ({ id }) => cell(answerLabel(variable, id, words)),
    multiple: (chosen) =>
      variable.options
        .map((option) => cell(chosen.includes(option) ? words.export.chosen : words.export.notChosen))
        .join(''),
    missing: (kind) =>
      cell(kind === 'unanswered' ? '' : words.export.missing[kind]).repeat(columnsOf(variable).length),
  })
  const names = [words.export.record, words.export.wave]
  const header = csvLine([...names, ...shape.columns.map((column) => columnLabel(column, words))], delimiter)
  const texts = { open: '', afterNumber: cell(waveInWords(file, words)), close: lineEnd, cells }
  return rowPieces(byteOrderMark + header, batches, shape, texts)
}
