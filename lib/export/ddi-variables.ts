import { missingKindsOf } from './cells'
import { missingCodes, type MissingKind } from './codes'
import { waveOfRows, type EditionFile, type FileShape } from './edition-file'
import { element, textElement } from './html'
import { inAll } from './in-all-languages'
import { columnLabel, conditionLabel, questionOf, valueLabels } from './labels'
import type { FileTally } from './tally'
import { columnValues, recordColumn, waveColumn, type Column } from './variables'
import type { ExportWords, LanguageWords } from './words'

const ofFile = (place: number, name: string) => ({ ID: `V${place}`, name, files: 'F1' })

interface Category {
  readonly code: string
  readonly label: (language: LanguageWords) => string
  readonly count: number
  readonly isMissing: boolean
}

const category = ({ code, label, count, isMissing }: Category, words: ExportWords) =>
  element(
    'catgry',
    isMissing ? { missing: 'Y' } : {},
    textElement('catValu', code),
    inAll('labl', words, label),
    textElement('catStat', String(count), { type: 'freq' }),
  )

/** How many records have each code of a column: of a multiple choice, those who chose the option, and those who chose others. */
function categories(column: Column, tally: FileTally, records: number): readonly Category[] {
  const { answers, missing } = tally.of(column.variable)
  const silent = Object.values(missing).reduce((sum, count) => sum + count, 0)
  const chosen = answers.get(column.option ?? '') ?? 0
  const counts =
    column.option === null
      ? column.variable.options.map((option) => answers.get(option) ?? 0)
      : [records - silent - chosen, chosen]
  const given = columnValues(column).map(({ code }, place): Category => ({
    code: String(code),
    label: (language) => valueLabels(column, language)[place] ?? '',
    count: counts[place] ?? 0,
    isMissing: false,
  }))
  const numbered = missingKindsOf(column.variable).filter((kind) => missingCodes[kind] !== '')
  const none = numbered.map((kind: MissingKind): Category => ({
    code: missingCodes[kind],
    label: ({ export: said }) => said.missing[kind],
    count: missing[kind],
    isMissing: true,
  }))
  return [...given, ...none]
}

/** Every column of `responses.csv`, with its question, codes, labels and how many records have each. */
export function ddiVariables(
  file: EditionFile,
  { columns }: FileShape,
  tally: FileTally,
  words: ExportWords,
): string {
  const record = element(
    'var',
    { ...ofFile(1, recordColumn), intrvl: 'discrete', dcml: '0' },
    inAll('labl', words, ({ export: said }) => said.record),
    textElement('varFormat', '', { type: 'numeric' }),
  )
  const wave = element(
    'var',
    ofFile(2, waveColumn),
    inAll('labl', words, ({ export: said }) => said.wave),
    element(
      'catgry',
      {},
      textElement('catValu', waveOfRows(file)),
      textElement('catStat', String(file.recordCount), { type: 'freq' }),
    ),
    textElement('varFormat', '', { type: 'character' }),
  )
  const others = columns.map((column, place) => {
    const { variable } = column
    const asked = conditionLabel(variable, words[0]) !== null
    return `\n${element(
      'var',
      { ...ofFile(place + 3, column.name), intrvl: 'discrete', dcml: '0' },
      inAll('labl', words, (language) => columnLabel(column, language)),
      element(
        'qstn',
        {},
        inAll('qstnLit', words, (language) => questionOf(variable, language)),
      ),
      asked ? inAll('universe', words, (language) => conditionLabel(variable, language) ?? '') : '',
      ...categories(column, tally, file.recordCount).map((each) => category(each, words)),
      textElement('varFormat', '', { type: 'numeric' }),
    )}`
  })
  return element('dataDscr', {}, record, wave, ...others)
}
