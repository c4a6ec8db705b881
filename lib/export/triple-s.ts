import { missingKindsOf } from './cells'
import { missingCodes } from './codes'
import {
  bundleName,
  citedPublisher,
  editionTitle,
  waveOfRows,
  type EditionFile,
  type FileShape,
} from './edition-file'
import { element, textElement } from './html'
import { inAll } from './in-all-languages'
import { columnLabel, valueLabels } from './labels'
import { columnValues, recordColumn, waveColumn, type Column } from './variables'
import type { ExportWords, LanguageWords } from './words'

/** As the standard has it, the first language stands alone for readers that know none. */
const texts = (words: ExportWords, say: (language: LanguageWords) => string) => inAll('text', words, say)

interface About {
  readonly ident: number
  readonly type: 'single' | 'quantity' | 'character'
  readonly name: string
  readonly label: string
  /** Its values, or its size. */
  readonly content: string
  readonly use?: 'serial'
}

const variable = ({ ident, type, name, label, content, use }: About) =>
  `\n${element(
    'variable',
    { ident: String(ident), type, ...(use && { use }) },
    textElement('name', name),
    element('label', {}, label),
    // In a file with separators the place is that of the column.
    element('position', { start: String(ident) }),
    content,
  )}`

/** The codes of a column, those of missing values that are numbers too: an empty cell needs none. */
function values(column: Column, words: ExportWords): string {
  const answers = columnValues(column).map(({ code }, place) =>
    element(
      'value',
      { code: String(code) },
      texts(words, (language) => valueLabels(column, language)[place] ?? ''),
    ),
  )
  const missing = missingKindsOf(column.variable)
    .filter((kind) => missingCodes[kind] !== '')
    .map((kind) =>
      element(
        'value',
        { code: missingCodes[kind] },
        texts(words, ({ export: said }) => said.missing[kind]),
      ),
    )
  return element('values', {}, ...answers, ...missing)
}

/**
 * `responses.sss`: the columns of `responses.csv` for programs that read Triple-S, version 2.0, with labels in every language. A column of
 * a multiple choice is a single one of its own, since it may also be unanswered, which a set of choices cannot say.
 *
 * Source: https://www.triple-s.org, "The Triple-S Survey Interchange Standard", version 2.0.
 */
export function tripleS(file: EditionFile, { columns }: FileShape, words: ExportWords): string {
  const wave = waveOfRows(file)
  const record = variable({
    ident: 1,
    type: 'quantity',
    use: 'serial',
    name: recordColumn,
    label: texts(words, (language) => language.export.record),
    content: element(
      'values',
      {},
      element('range', { from: '1', to: String(Math.max(1, file.recordCount)) }),
    ),
  })
  const ofWave = variable({
    ident: 2,
    type: 'character',
    name: waveColumn,
    label: texts(words, (language) => language.export.wave),
    content: textElement('size', String(wave.length)),
  })
  const others = columns.map((column, place) =>
    variable({
      ident: place + 3,
      type: 'single',
      name: column.name,
      label: texts(words, (language) => columnLabel(column, language)),
      content: values(column, words),
    }),
  )
  const described = element(
    'record',
    { ident: 'R', href: 'responses.csv', format: 'csv', skip: '1' },
    record,
    ofWave,
    ...others,
    '\n',
  )
  const survey = element(
    'survey',
    {},
    textElement('name', bundleName(file)),
    textElement('version', file.editionId),
    element(
      'title',
      {},
      texts(words, (language) => editionTitle(file, language)),
    ),
    described,
  )
  const languages = words.map(({ language }) => language).join(' ')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'sss',
    { version: '2.0', languages },
    textElement('date', file.madeOn),
    textElement('origin', citedPublisher(file)),
    survey,
  )}\n`
}
