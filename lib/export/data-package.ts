import { defaultLocale, inEachLanguage } from '@/lib/i18n/locales'
import { missingCodes, missingKinds, numericMissingKinds } from './codes'
import { columnValues, valueLabels } from './column-values'
import { answerColumns, recordColumn, type Column } from './columns'
import { columnLabel, questionOf } from './labels'
import { aboutRelease, bundleName, citation, releaseTitle, type Release } from './release'
import { exportLanguages, type ExportLanguage, type ExportWords, type LanguageWords } from './words'

/** Words of every language; the standard's own properties, which hold one text, have the first one. */
const inAll = (
  words: ExportWords,
  say: (words: LanguageWords) => string,
): Readonly<Record<ExportLanguage, string>> => inEachLanguage((language) => say(words[language]))

const missingCodesAsNumbers = numericMissingKinds.map((kind) => Number(missingCodes[kind]))

function recordField(words: ExportWords) {
  const labels = inAll(words, (language) => language.export.record)
  const constraints = { required: true, unique: true, minimum: 1 }
  return { name: recordColumn, type: 'integer', title: labels[defaultLocale], labels, constraints }
}

/** Missing values are told field by field: records have the numbers 97 and 99 as well. */
function codedField(column: Column, release: Release, words: ExportWords) {
  const level = release.levels[column.item.id]
  const labels = inAll(words, (language) => columnLabel(column, language))
  const questions = inAll(words, (language) => questionOf(column.item, language))
  const values = columnValues(column, level)
  const answers = inEachLanguage((language) => valueLabels(column, level, words[language]))
  const categories = values.map(({ code }, place) => ({
    value: code,
    label: answers[defaultLocale][place] ?? '',
    labels: inEachLanguage((language) => answers[language][place] ?? ''),
  }))
  const missingValues = missingKinds.map((kind) => ({
    value: missingCodes[kind],
    label: words[defaultLocale].export.missing[kind],
    labels: inAll(words, (language) => language.export.missing[kind]),
  }))
  return {
    name: column.name,
    type: 'integer',
    title: labels[defaultLocale],
    description: questions[defaultLocale],
    labels,
    questions,
    isQuasiIdentifier: release.quasiIdentifiers.has(column.item.id),
    level,
    // A reader of the first version of the standard does not know of a field's missing values: they are allowed as well.
    constraints: { enum: [...values.map(({ code }) => code), ...missingCodesAsNumbers] },
    ...(categories.length > 0 && { categories }),
    missingValues,
  }
}

const dialect = {
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
}

/** Both the second version of the standard (`$schema`, `type`) and the first (`profile`) know it for a table. */
const table = {
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  type: 'table',
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
}

/**
 * `datapackage.json`: the data files and their fields, types, constraints, missing values and labels, in the second
 * version of the Data Package standard and such that readers of the first one take it as well. Labels in all languages
 * are in `labels`, an addition of ours that the standard allows.
 *
 * Source: https://datapackage.org/standard/data-package/.
 */
export function dataPackage(release: Release, words: ExportWords): string {
  const { licence } = release
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: bundleName(release),
    title: releaseTitle(release, words[defaultLocale]),
    titles: inAll(words, (language) => releaseTitle(release, language)),
    description: exportLanguages
      .map((language) => {
        const noLicence = licence === null ? [words[language].export.about.noLicence] : []
        return [...aboutRelease(release, words[language]), ...noLicence].join(' ')
      })
      .join('\n\n'),
    ...(release.url !== null && { homepage: release.url }),
    citation: inAll(words, (language) => citation(release, language)),
    instrumentVersion: release.instrumentVersion,
    isDemo: release.isDemo,
    contributors: [{ title: release.publisher, role: 'publisher' }],
    ...(licence !== null && {
      licenses: [{ name: licence.id, title: licence.title, path: licence.url }],
    }),
    resources: [
      {
        ...table,
        name: 'responses',
        path: 'responses.csv',
        dialect,
        schema: {
          fields: [recordField(words), ...answerColumns.map((column) => codedField(column, release, words))],
          primaryKey: [recordColumn],
        },
      },
      {
        // No table: it begins with a byte-order mark, which not every reader takes off the first name.
        name: 'responses-excel-fr',
        path: 'responses-excel-fr.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
      },
      {
        name: 'responses-jsonl',
        path: 'responses.jsonl',
        format: 'jsonl',
        mediatype: 'application/jsonl',
        encoding: 'utf-8',
      },
    ],
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}
