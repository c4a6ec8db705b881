import { missingCodes } from './codes'
import { missingKindsOf } from './cells'
import {
  aboutEdition,
  aboutProtection,
  bundleName,
  citation,
  citedPublisher,
  editionTitle,
  waveOfRows,
  type EditionFile,
  type FileShape,
} from './edition-file'
import { columnLabel, questionOf, valueLabels } from './labels'
import { columnValues, recordColumn, waveColumn, type Column } from './variables'
import { inEach, type ExportWords } from './words'

function recordField(words: ExportWords) {
  const labels = inEach(words, (language) => language.export.record)
  const constraints = { required: true, unique: true, minimum: 1 }
  return { name: recordColumn, type: 'integer', title: words[0].export.record, labels, constraints }
}

function waveField(file: EditionFile, words: ExportWords) {
  const labels = inEach(words, (language) => language.export.wave)
  const constraints = { required: true, enum: [waveOfRows(file)] }
  return { name: waveColumn, type: 'string', title: words[0].export.wave, labels, constraints }
}

/** Missing values are told field by field: records have the numbers 96 and 97 as well. */
function codedField(column: Column, words: ExportWords) {
  const [first] = words
  const labels = inEach(words, (language) => columnLabel(column, language))
  const questions = inEach(words, (language) => questionOf(column.variable, language))
  const values = columnValues(column)
  const valuesIn = inEach(words, (language) => valueLabels(column, language))
  const categories = values.map(({ code }, place) => ({
    value: code,
    label: valuesIn[first.language]?.[place] ?? '',
    labels: inEach(words, ({ language }) => valuesIn[language]?.[place] ?? ''),
  }))
  const missing = missingKindsOf(column.variable)
  const missingValues = missing.map((kind) => ({
    value: missingCodes[kind],
    label: first.export.missing[kind],
    labels: inEach(words, (language) => language.export.missing[kind]),
  }))
  const missingNumbers = missing.flatMap((kind) =>
    missingCodes[kind] === '' ? [] : [Number(missingCodes[kind])],
  )
  return {
    name: column.name,
    type: 'integer',
    title: columnLabel(column, first),
    description: questionOf(column.variable, first),
    labels,
    questions,
    isInScheme: 'column' in column.variable.field,
    // A reader of the first version of the standard does not know of a field's missing values: they are allowed as well.
    constraints: { enum: [...values.map(({ code }) => code), ...missingNumbers] },
    categories,
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

/** A file that is no table for every reader: a spreadsheet's begins with a byte-order mark, which not all take off the first name. */
const otherFile = (name: string, path: string, format: string, mediatype: string) => ({
  name,
  path,
  format,
  mediatype,
  ...(format !== 'parquet' && { encoding: 'utf-8' }),
})

/**
 * `datapackage.json`: the data files and their fields, types, constraints, missing values and labels, in the second
 * version of the Data Package standard and such that readers of the first one take it as well. Labels in every language
 * are in `labels`, an addition of ours that the standard allows.
 *
 * Source: https://datapackage.org/standard/data-package/.
 */
export function dataPackage(file: EditionFile, { columns }: FileShape, words: ExportWords): string {
  const { licence } = file
  const description = words.map((language) => {
    const noLicence = licence === null ? [language.export.about.noLicence] : []
    return [...aboutEdition(file, language), ...aboutProtection(language), ...noLicence].join(' ')
  })
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: bundleName(file),
    title: editionTitle(file, words[0]),
    titles: inEach(words, (language) => editionTitle(file, language)),
    description: description.join('\n\n'),
    ...(file.url !== null && { homepage: file.url }),
    created: `${file.madeOn}T12:00:00Z`,
    citation: inEach(words, (language) => citation(file, language)),
    instrumentVersion: file.instrumentVersion,
    responsesUntil: file.responsesUntil,
    records: file.recordCount,
    leftOut: file.leftOut,
    smallestGroup: file.smallestGroup,
    isDemo: file.isDemo,
    contributors: [
      {
        title: citedPublisher(file),
        ...(file.publisher.email !== null && { email: file.publisher.email }),
        role: 'publisher',
      },
    ],
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
          fields: [
            recordField(words),
            waveField(file, words),
            ...columns.map((column) => codedField(column, words)),
          ],
          primaryKey: [recordColumn],
        },
      },
      ...words.map(({ language }) =>
        otherFile(`responses-excel-${language}`, `responses-excel-${language}.csv`, 'csv', 'text/csv'),
      ),
      otherFile('responses-jsonl', 'responses.jsonl', 'jsonl', 'application/jsonl'),
      otherFile('responses-parquet', 'responses.parquet', 'parquet', 'application/vnd.apache.parquet'),
    ],
  }
  return `${JSON.stringify(descriptor, null, 2)}\n`
}
