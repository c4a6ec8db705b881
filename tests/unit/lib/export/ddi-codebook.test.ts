import { describe, expect, test } from 'vitest'
import { ddiCodebook } from '@/lib/export/ddi-codebook'
import { columnLabel, questionOf } from '@/lib/export/labels'
import { responsesCsv } from '@/lib/export/responses-csv'
import { createFileTally } from '@/lib/export/tally'
import { editionOf, exportWords, inBatches, shape, someRecords } from '../../../support/edition'
import { at, outOfOrder, rootOf, textsAt } from '../../../support/xml'

// No package ships the schema of DDI-Codebook 2.5. Each test names the rule that it holds.

const records = someRecords(200)
const file = editionOf(records.length)
const tally = createFileTally(shape)
const csv = [...responsesCsv(tally.counting(inBatches(records)), shape, '2025-12')]
  .join('')
  .trim()
  .split('\r\n')
const [header = '', ...lines] = csv
const columnNames = header.split(',')
const root = rootOf(ddiCodebook(file, shape, tally, exportWords))
const variables = at(root, 'dataDscr/var')

/** The sequences of the schema, of what the file uses. */
const orders = {
  codeBook: ['docDscr', 'stdyDscr', 'fileDscr', 'dataDscr', 'otherMat'],
  docDscr: ['citation'],
  stdyDscr: ['citation', 'stdyInfo', 'method', 'dataAccs'],
  citation: ['titlStmt', 'rspStmt', 'prodStmt', 'distStmt', 'serStmt', 'verStmt', 'biblCit', 'holdings'],
  titlStmt: ['titl', 'subTitl', 'altTitl', 'parTitl', 'IDNo'],
  rspStmt: ['AuthEnty'],
  prodStmt: ['producer', 'copyright', 'prodDate'],
  distStmt: ['distrbtr', 'contact'],
  stdyInfo: ['subject', 'abstract', 'sumDscr'],
  sumDscr: ['timePrd', 'collDate', 'nation', 'geogCover', 'anlyUnit', 'universe', 'dataKind'],
  method: ['dataColl', 'notes'],
  dataColl: ['timeMeth', 'dataCollector', 'frequenc', 'sampProc'],
  dataAccs: ['setAvail', 'useStmt'],
  useStmt: ['confDec', 'specPerm', 'restrctn', 'contact', 'citReq', 'deposReq', 'conditions', 'disclaimer'],
  fileDscr: ['fileTxt'],
  fileTxt: ['fileName', 'fileCont', 'dimensns', 'fileType'],
  dimensns: ['caseQnty', 'varQnty'],
  dataDscr: ['var'],
  var: ['labl', 'qstn', 'universe', 'catgry', 'varFormat'],
  qstn: ['qstnLit'],
  catgry: ['catValu', 'labl', 'txt', 'catStat'],
}
const leaves = [
  'titl',
  'parTitl',
  'IDNo',
  'AuthEnty',
  'producer',
  'prodDate',
  'distrbtr',
  'contact',
  'biblCit',
  'abstract',
  'collDate',
  'nation',
  'universe',
  'dataKind',
  'sampProc',
  'notes',
  'restrctn',
  'conditions',
  'fileName',
  'caseQnty',
  'varQnty',
  'fileType',
  'labl',
  'qstnLit',
  'catValu',
  'catStat',
  'varFormat',
]

describe('codebook.xml', () => {
  test('is a well-formed document of the namespace and version, whose elements follow the sequences of the schema', () => {
    expect([root.namespaceURI, root.localName, root.getAttribute('version')]).toEqual([
      'ddi:codebook:2_5',
      'codeBook',
      '2.5',
    ])
    expect(outOfOrder(root, { ...orders, ...Object.fromEntries(leaves.map((leaf) => [leaf, []])) })).toEqual(
      [],
    )
  })

  test('ids are unique and names for XML, and each variable names a file that is described', () => {
    const ids = [...at(root, 'fileDscr'), ...variables].map((each) => each.getAttribute('ID') ?? '')
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/)
    for (const each of variables) expect(each.getAttribute('files')).toBe('F1')
  })

  test('has a variable for each column of the data file, in order, and its size', () => {
    expect(variables.map((each) => each.getAttribute('name'))).toEqual(columnNames)
    expect(textsAt(root, 'fileDscr/fileTxt/dimensns/caseQnty')).toEqual([String(lines.length)])
    expect(textsAt(root, 'fileDscr/fileTxt/dimensns/varQnty')).toEqual([String(columnNames.length)])
  })

  test('tells how many records have each code, as the data file has them', () => {
    const rows = lines.map((line) => line.split(','))
    for (const [place, each] of variables.entries()) {
      for (const category of at(each, 'catgry')) {
        const [code = ''] = textsAt(category, 'catValu')
        const count = rows.filter((row) => row[place] === code).length
        expect([columnNames[place], code, ...textsAt(category, 'catStat')]).toEqual([
          columnNames[place],
          code,
          String(count),
        ])
      }
    }
  })

  test('marks what is missing, and nothing else', () => {
    for (const each of variables) {
      for (const category of at(each, 'catgry')) {
        const isMissing = ['96', '97'].includes(textsAt(category, 'catValu')[0] ?? '')
        expect(category.getAttribute('missing')).toBe(isMissing ? 'Y' : null)
      }
    }
  })

  test('has labels and questions in every language, each with its language', () => {
    for (const [place, column] of shape.columns.entries()) {
      const each = variables[place + 2] ?? expect.fail()
      expect(textsAt(each, 'labl')).toEqual(exportWords.map((language) => columnLabel(column, language)))
      expect(textsAt(each, 'qstn/qstnLit')).toEqual(
        exportWords.map((language) => questionOf(column.variable, language)),
      )
      expect(at(each, 'labl').map((label) => label.getAttribute('xml:lang'))).toEqual(['fr', 'en'])
    }
  })

  test('says under which licence the data are, or that there is none', () => {
    const conditions = (one: typeof file) =>
      textsAt(rootOf(ddiCodebook(one, shape, tally, exportWords)), 'stdyDscr/dataAccs/useStmt/conditions')
    expect(conditions(file)).toEqual([expect.stringContaining('CC-BY-4.0')])
    expect(conditions({ ...file, licence: null })).toEqual(
      exportWords.map(({ export: said }) => said.about.noLicence),
    )
  })
})
