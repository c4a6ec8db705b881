import { describe, expect, test } from 'vitest'
import { missingKindsOf } from '@/lib/export/cells'
import { columnLabel } from '@/lib/export/labels'
import { responsesCsv } from '@/lib/export/responses-csv'
import { tripleS } from '@/lib/export/triple-s'
import { columnValues } from '@/lib/export/variables'
import { editionOf, exportWords, frenchWords, inBatches, shape, someRecords } from '../../../support/edition'
import { at, named, outOfOrder, rootOf, textsAt } from '../../../support/xml'

// No package ships the standard's DTD. Each test names the rule of "The Triple-S Survey Interchange Standard", version 2.0, that it holds.

const records = someRecords(120)
const xml = tripleS(editionOf(records.length), shape, exportWords)
const root = rootOf(xml)
const [record] = at(root, 'survey/record')
const variables = record === undefined ? [] : named(record, 'variable')

const cells = [...responsesCsv(inBatches(records), shape, '2025-12')].join('').trim().split('\r\n')
const [header = '', ...lines] = cells
const columnNames = header.split(',')

/** The content models of the elements that the file uses. */
const orders = {
  sss: ['date', 'time', 'origin', 'user', 'survey'],
  survey: ['name', 'version', 'title', 'record'],
  title: ['text'],
  record: ['variable'],
  variable: ['name', 'label', 'position', 'filter', 'spread', 'size', 'values'],
  name: [],
  version: [],
  date: [],
  origin: [],
  label: ['text'],
  position: [],
  size: [],
  values: ['range', 'value'],
  range: [],
  value: ['text'],
  text: [],
}

describe('responses.sss', () => {
  test('is a well-formed document whose elements follow the order of the standard', () => {
    expect(root.tagName).toBe('sss')
    expect(root.getAttribute('version')).toBe('2.0')
    expect(root.getAttribute('languages')).toBe('fr en')
    expect(outOfOrder(root, orders)).toEqual([])
  })

  test('describes a file with separators, whose first line is no data, and names it', () => {
    expect(['ident', 'href', 'format', 'skip'].map((name) => record?.getAttribute(name))).toEqual([
      'R',
      'responses.csv',
      'csv',
      '1',
    ])
  })

  test('has a variable for each column of the data file, at its place, with a number of its own', () => {
    expect(variables.flatMap((each) => textsAt(each, 'name'))).toEqual(columnNames)
    const places = variables.map((each) => at(each, 'position')[0]?.getAttribute('start'))
    expect(places).toEqual(columnNames.map((_name, index) => String(index + 1)))
    const idents = variables.map((each) => each.getAttribute('ident'))
    expect(new Set(idents).size).toBe(columnNames.length)
  })

  test('names are ones that programs take: letters, digits and underscores, beginning with a letter, none twice', () => {
    for (const name of columnNames) expect(name).toMatch(/^[A-Za-z]\w*$/)
    expect(new Set(columnNames.map((name) => name.toLowerCase())).size).toBe(columnNames.length)
  })

  test('a variable is single with values, character with a size, or the serial quantity with a range', () => {
    const [serial, wave, ...others] = variables
    expect([serial?.getAttribute('type'), serial?.getAttribute('use')]).toEqual(['quantity', 'serial'])
    expect(
      serial &&
        at(serial, 'values/range').map((each) => [each.getAttribute('from'), each.getAttribute('to')]),
    ).toEqual([['1', '120']])
    expect([wave?.getAttribute('type'), wave && textsAt(wave, 'size')]).toEqual(['character', ['7']])
    for (const each of others) expect(each.getAttribute('type')).toBe('single')
  })

  test('every cell of the data file is empty or has a code of its variable, and each code stands once', () => {
    for (const [place, each] of variables.entries()) {
      if (each.getAttribute('type') !== 'single') continue
      const codes = at(each, 'values/value').map((value) => value.getAttribute('code') ?? '')
      expect(new Set(codes).size).toBe(codes.length)
      for (const code of codes) expect(code).toMatch(/^\d+$/)
      const used = new Set(lines.map((line) => line.split(',')[place] ?? ''))
      for (const code of used)
        expect([columnNames[place], code === '' || codes.includes(code)]).toEqual([columnNames[place], true])
    }
  })

  test('has the labels of every language, and of missing values', () => {
    for (const [place, column] of shape.columns.entries()) {
      const each = variables[place + 2] ?? expect.fail()
      expect(textsAt(each, 'label/text')).toEqual(
        exportWords.map((language) => columnLabel(column, language)),
      )
      const values = at(each, 'values/value')
      const missing = missingKindsOf(column.variable).filter((kind) => kind !== 'unanswered')
      expect(values).toHaveLength(columnValues(column).length + missing.length)
      expect(values.slice(columnValues(column).length).map((value) => textsAt(value, 'text')[0])).toEqual(
        missing.map((kind) => frenchWords.export.missing[kind]),
      )
    }
  })
})
