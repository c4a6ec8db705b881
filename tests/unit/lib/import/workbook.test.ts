import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { columnLetters, type Cell } from '@/lib/import/table/table'
import { readTables } from '@/lib/import/table/read-tables'
import { addressOf } from '@/lib/import/xlsx/cell-address'
import { context } from '@/tests/support/import/context'
import { workbook } from '@/tests/support/import/workbook'

/** The cells of the first sheet that is read. */
function cellsOf(bytes: Uint8Array): readonly (readonly Cell[])[] {
  const tables = readTables(bytes)
  if ('code' in tables) throw new Error(tables.code)
  return tables[0]?.rows.map(({ cells }) => cells) ?? []
}
const textsOf = (bytes: Uint8Array) => cellsOf(bytes).map((cells) => cells.map(({ text }) => text))

const sheet = (inner: string) => ({
  'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${inner}</x:sheetData></x:worksheet>`,
})

describe('cells of a workbook', () => {
  it('reads texts, numbers, logical values, errors and percentages', () => {
    const rows = [['a & <b>', 1.5, true, { error: '#N/A' }, { percent: 28 }, { serial: 45973 }]]
    expect(cellsOf(workbook([{ rows }]))[0]?.map(({ text, kind }) => [text, kind])).toEqual([
      ['a & <b>', 'text'],
      ['1.5', 'number'],
      ['TRUE', 'boolean'],
      ['#N/A', 'error'],
      ['28 %', 'percent'],
      ['45973', 'date'],
    ])
  })

  it('reads elements with a prefix, texts in cells, and cells without addresses', () => {
    const inner =
      '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>co</x:t></x:r><x:r><x:t>de</x:t></x:r></x:is></x:c><x:c t="str"><x:f>A1</x:f><x:v>value</x:v></x:c></x:row>'
    expect(textsOf(workbook([{ rows: [] }], sheet(inner)))).toEqual([['code', 'value']])
  })

  it('parts what is raised from the text, and leaves out how Japanese is spoken', () => {
    const texts =
      '<sst><si><r><t>48</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><r><t> %</t></r><rPh><t>x</t></rPh></si></sst>'
    const [[cell] = []] = cellsOf(workbook([{ rows: [['a']] }], { 'xl/sharedStrings.xml': texts }))
    expect(cell).toMatchObject({ text: '48 %', mark: '2' })
  })

  it('counts days from 1904 where the workbook does', () => {
    const book = workbook([{ rows: [[{ serial: 44511 }]] }])
    const parts = unzipSync(book)
    const xml = new TextDecoder()
      .decode(parts['xl/workbook.xml'])
      .replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
    expect(cellsOf(book)[0]?.[0]?.number).toBe(44511)
    expect(cellsOf(zipSync({ ...parts, 'xl/workbook.xml': strToU8(xml) }))[0]?.[0]?.number).toBe(45973)
  })

  it('knows a format of percent or day by its code, and not by the words in it', () => {
    const formats = ['0.0%', '0" %"', 'yyyy-mm', '[Red]0', '"jour" 0', 'General']
    const numFmts = formats.map(
      (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
    )
    const xfs = formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`)
    const styles = `<styleSheet>${numFmts.join('')}<cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
    const inner = `<x:row>${formats.map((_, index) => `<x:c s="${index}"><x:v>1</x:v></x:c>`).join('')}</x:row>`
    const cells = cellsOf(workbook([{ rows: [] }], { ...sheet(inner), 'xl/styles.xml': styles }))
    expect(cells[0]?.map(({ kind }) => kind)).toEqual([
      'percent',
      'number',
      'date',
      'number',
      'number',
      'number',
    ])
  })

  it('gives every cell of a merged one its text, and no row that is empty otherwise', () => {
    const rows = [['a', null, 'b'], [], ['c', 'd', 'e']]
    expect(textsOf(workbook([{ rows, merged: ['A1:B2', 'Z1:Z9'] }]))).toEqual([
      ['a', 'a', 'b'],
      ['c', 'd', 'e'],
    ])
  })
})

describe('bounds', () => {
  const problems = (bytes: Uint8Array) => readFigureFile(bytes, context).problems.map(({ code }) => code)

  it('a merged cell as large as a sheet costs no more than the rows that are there', () => {
    const cells = cellsOf(workbook([{ rows: [['a'], ['b']], merged: ['A1:XFD1048576'] }]))
    expect(cells.map((each) => each.length)).toEqual([200, 200])
    expect(problems(workbook([{ rows: [['a']], merged: ['A1:XFD1048576'] }]))).toEqual(['noHeader'])
  })

  it('merged cells without number are refused', () => {
    const merged = Array.from({ length: 300 }, () => 'A1:GR20000')
    expect(problems(workbook([{ rows: [['a'], ['b']], merged }]))).toEqual(['damagedArchive'])
  })

  it('a cell far to the right is beyond all columns', () => {
    const inner = '<x:row r="1"><x:c r="XFD1"><x:v>1</x:v></x:c></x:row>'
    expect(problems(workbook([{ rows: [] }], sheet(inner)))).toEqual(['tooManyColumns'])
  })

  it('a part that is larger than the archive states is not unpacked beyond that', () => {
    const bytes = workbook([{ rows: [['code']] }], { 'xl/styles.xml': ' '.repeat(1_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    // The size of each part, in its entry of the directory at the end of the archive.
    for (let place = 0; place < bytes.length - 28; place += 1) {
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 10, true)
    }
    expect(problems(bytes)).toEqual(['damagedArchive'])
  })

  it('two parts that are within the bound each, and not together, are refused', () => {
    const half = ' '.repeat(10_000_001)
    expect(
      problems(workbook([{ rows: [] }], { 'xl/styles.xml': half, 'xl/sharedStrings.xml': half })),
    ).toEqual(['unpackedTooLarge'])
  })

  it.each([
    ['xl/styles.xml', '<a/>'.repeat(200_000)],
    ['xl/sharedStrings.xml', '<si/>'.repeat(500_001)],
  ])('more elements in %s than any workbook has are refused', (part, inner) => {
    expect(problems(workbook([{ rows: [] }], { [part]: `<a>${inner}</a>` }))).toEqual(['damagedArchive'])
  })

  it('what is not read does not count', () => {
    const bytes = workbook([{ rows: [['x']] }], { 'xl/media/picture.png': ' '.repeat(20_000_001) })
    expect(problems(bytes)).toEqual(['noHeader'])
  })
})

it.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %d is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters)
  expect(addressOf(`${letters}1`)).toEqual({ row: 0, column: index })
})

it.each(['', 'A', '1', 'A0', 'ABCD1', 'a1', 'A1:B2'])('%j is no address', (reference) => {
  expect(addressOf(reference)).toBeNull()
})
