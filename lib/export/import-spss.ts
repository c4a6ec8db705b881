import { missingCodes, numericMissingKinds, type CodedAnswer } from './codes'
import { columnValues, valueLabels } from './column-values'
import { answerColumns, recordColumn, type Column } from './columns'
import { columnLabel } from './labels'
import { releaseTitle, type Release } from './release'
import type { LanguageWords } from './words'

/** A text between the quotes of SPSS syntax. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** One command: a line for what it does, then one for each part, and the full stop that ends it. */
const command = (name: string, parts: readonly string[]) => `${[name, ...parts].join('\n  ')}.\n`

const missingValues = numericMissingKinds.map((kind) => missingCodes[kind]).join(', ')

function labelledValues(column: Column, release: Release, words: LanguageWords): string {
  const level = release.levels[column.item.id]
  const labels = valueLabels(column, level, words)
  const lines = columnValues(column, level).map(
    ({ code }: CodedAnswer, place) => `${code} ${quoted(labels[place] ?? '')}`,
  )
  const missing = numericMissingKinds.map(
    (kind) => `${missingCodes[kind]} ${quoted(words.export.missing[kind])}`,
  )
  return [`/${column.name}`, ...lines, ...missing].join('\n    ')
}

/**
 * `import.sps`: loads `responses.csv` from the working directory into SPSS or PSPP, with labels of variables and values, and
 * the missing values declared as such; what is unanswered is system-missing.
 *
 * Source of the syntax: GNU PSPP Users' Guide, "GET DATA /TYPE=TXT", "VALUE LABELS", "MISSING VALUES".
 */
export function importSpss(release: Release, words: LanguageWords): string {
  const names = answerColumns.map(({ name }) => name)
  return [
    `* Encoding: UTF-8.\n* ${releaseTitle(release, words)}.\n\n`,
    command('GET DATA', [
      '/TYPE=TXT',
      "/FILE='responses.csv'",
      "/ENCODING='UTF8'",
      '/ARRANGEMENT=DELIMITED',
      '/FIRSTCASE=2',
      '/DELIMITERS=","',
      '/VARIABLES=',
      `  ${recordColumn} F8.0`,
      ...names.map((name) => `  ${name} F2.0`),
    ]),
    command('VARIABLE LABELS', [
      `${recordColumn} ${quoted(words.export.record)}`,
      ...answerColumns.map((column) => `/${column.name} ${quoted(columnLabel(column, words))}`),
    ]),
    command(
      'VALUE LABELS',
      answerColumns.map((column) => labelledValues(column, release, words)),
    ),
    command(`MISSING VALUES ${names.at(0)} TO ${names.at(-1)} (${missingValues})`, []),
    command(`VARIABLE LEVEL ${names.at(0)} TO ${names.at(-1)} (NOMINAL)`, []),
    'EXECUTE.\n',
  ].join('')
}
