import { missingCodes, numericMissingKinds, type CodedAnswer } from './codes'
import { editionTitle, waveOfRows, type EditionFile, type FileShape } from './edition-file'
import { columnLabel, valueLabels } from './labels'
import { columnValues, recordColumn, waveColumn, type Column } from './variables'
import type { ExportWords, LanguageWords } from './words'

/** A text between the quotes of SPSS syntax. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One command: a line for what it does, then one for each part, and the full stop that ends it. */
const command = (name: string, parts: readonly string[]) => `${[name, ...parts].join('\n  ')}.\n`

/** A comment ends with a full stop: it has none within. */
const comment = (text: string) => `* ${text.replace(/\.$/, '')}.\n`

const missingValues = numericMissingKinds.map((kind) => missingCodes[kind]).join(', ')

function labelledValues(column: Column, words: LanguageWords): string {
  const labels = valueLabels(column, words)
  const lines = columnValues(column).map(
    ({ code }: CodedAnswer, place) => `${code} ${quoted(labels[place] ?? '')}`,
  )
  const missing = numericMissingKinds.map(
    (kind) => `${missingCodes[kind]} ${quoted(words.export.missing[kind])}`,
  )
  return [`/${column.name}`, ...lines, ...missing].join('\n    ')
}

/** The labels of one language. */
const labelsIn = (columns: readonly Column[], words: LanguageWords): string =>
  command('VARIABLE LABELS', [
    `${recordColumn} ${quoted(words.export.record)}`,
    `/${waveColumn} ${quoted(words.export.wave)}`,
    ...columns.map((column) => `/${column.name} ${quoted(columnLabel(column, words))}`),
  ]) +
  command(
    'VALUE LABELS',
    columns.map((column) => labelledValues(column, words)),
  )

/** The commands of labels as comments: a star makes a comment of all that comes until a line that ends with a full stop. */
const asleep = (commands: string) => commands.replaceAll(/^(?=[A-Z])/gm, '* ')

/**
 * `import.sps`: loads `responses.csv` from the working directory into SPSS or PSPP, with labels of variables and values, and
 * the missing values declared as such; what is unanswered is system-missing. Labels are those of the first language; those of
 * the others stand ready, as comments.
 *
 * Source of the syntax: GNU PSPP Users' Guide, "GET DATA /TYPE=TXT", "VALUE LABELS", "MISSING VALUES", "COMMENT".
 */
export function importSpss(file: EditionFile, { columns }: FileShape, words: ExportWords): string {
  const [first, ...others] = words
  const names = columns.map(({ name }) => name)
  const ofAll = `${names.at(0)} TO ${names.at(-1)}`
  return [
    '* Encoding: UTF-8.\n',
    ...words.flatMap((language) => [
      comment(editionTitle(file, language)),
      comment(language.export.about.dontKnow),
    ]),
    '\n',
    command('GET DATA', [
      '/TYPE=TXT',
      "/FILE='responses.csv'",
      "/ENCODING='UTF8'",
      '/ARRANGEMENT=DELIMITED',
      '/FIRSTCASE=2',
      '/DELIMITERS=","',
      '/VARIABLES=',
      `  ${recordColumn} F8.0`,
      `  ${waveColumn} A${waveOfRows(file).length}`,
      ...names.map((name) => `  ${name} F2.0`),
    ]),
    '\n',
    comment(first.export.spss.active),
    labelsIn(columns, first),
    ...others.flatMap((language) => [
      '\n',
      comment(language.export.spss.ready),
      asleep(labelsIn(columns, language)),
    ]),
    '\n',
    command(`MISSING VALUES ${ofAll} (${missingValues})`, []),
    command(`VARIABLE LEVEL ${ofAll} (NOMINAL)`, []),
    'EXECUTE.\n',
  ].join('')
}
