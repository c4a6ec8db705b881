import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isAccepted, recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { utf8 } from '@/tests/support/import/bytes'
import { context } from '@/tests/support/import/context'
import { problemsIn, warningsIn } from '@/tests/support/import/sentences'
import { workbook } from '@/tests/support/import/workbook'

/** Whatever is read has lines or a reason why not, and every reason has words: a missing argument would throw. */
function isTold(bytes: Uint8Array): void {
  const file = readFigureFile(bytes, context)
  expect(file.lines.length + file.problems.length).toBeGreaterThan(0)
  for (const locale of ['fr', 'en'] as const) {
    for (const sentence of [...problemsIn(file, locale), ...warningsIn(file, locale)])
      expect(sentence).not.toBe('')
  }
  const accepted = file.lines.filter(isAccepted)
  for (const { record } of accepted) {
    expect(record.sharePercent).toBeGreaterThanOrEqual(0)
    expect(record.sharePercent).toBeLessThanOrEqual(100)
  }
  expect(recordsOf(file.lines)).toHaveLength(accepted.filter(({ repeats }) => repeats === null).length)
}

const header = 'code;population;value;qualifier;passage;base_n;field_start;single_choice;net_of'
const good = workbook([
  { rows: [header.split(';'), ['usage.any', 'french', 48, 'exact', 'p', 1003]], merged: ['A1:B1'] },
])

test('any bytes give a result', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isTold))
})

test('any text gives a result, below a header too', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'usage.any',
      'french',
      '48',
      '48,5 %',
      '<1',
      '*',
      'NSP',
      'Total',
      'Base',
      '=1',
      '#REF!',
      '-0',
      '"',
      '0.5',
    ),
  )
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 8 }),
      fc.boolean(),
      (rows, hasHeader) => {
        const lines = rows.map((cells) => cells.join(';'))
        isTold(utf8([...(hasHeader ? [header] : []), ...lines].join('\n')))
      },
    ),
  )
})

test('any JSON gives a result', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isTold(utf8(JSON.stringify(value)))))
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.constantFrom(...header.split(';')), fc.jsonValue()), { maxLength: 4 }),
      (value) => isTold(utf8(JSON.stringify(value))),
    ),
  )
})

test('a workbook with any byte changed gives a result', () => {
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.nat(255), (place, byte) => {
      isTold(good.with(place, byte))
    }),
  )
})

test('a workbook with any sheet gives a result', () => {
  const piece = fc.constantFrom(
    '<row r="1">',
    '<row>',
    '</row>',
    '<c r="A1">',
    '<c r="ZZZ9999999">',
    '<c t="s">',
    '<c t="inlineStr">',
    '</c>',
    '<v>3</v>',
    '<v>x</v>',
    '<v>1e400</v>',
    '<f>A1</f>',
    '<is><t>code</t></is>',
    '<mergeCell ref="A1:XFD1048576"/>',
    '<mergeCell ref="B"/>',
    '&amp;',
    'text',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const xml = `<worksheet><sheetData>${pieces.join('')}</sheetData></worksheet>`
      isTold(workbook([{ rows: [] }], { 'xl/worksheets/sheet1.xml': xml }))
    }),
  )
})

test('an archive with any parts gives a result', () => {
  const part = fc.constantFrom(
    'xl/workbook.xml',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    'xl/_rels/workbook.xml.rels',
    'x',
  )
  const files = fc.dictionary(
    part,
    fc.constantFrom('', '<a/>', '<sheets><sheet name="a" id="b"/></sheets>', '\0'),
  )
  fc.assert(
    fc.property(files, (given) => {
      isTold(zipSync(Object.fromEntries(Object.entries(given).map(([name, text]) => [name, strToU8(text)]))))
    }),
  )
})

test.each(['*', ' ', '1', 'A', '(', '¹', '\u00a0', '#A', '1 ', '/', ' / ', '[a]', '-', '1.', 'é', 'aB', '<'])(
  'cells of %j without end do not keep the site busy',
  (piece) => {
    const repeated = piece.repeat(1_900 / piece.length)
    const row = (text: string) => [text, 'french', text, 'exact', 'p', text, text, text, text].join(';')
    const rows = Array.from({ length: 30 }, () => [row(`x${repeated}!`), row(`1${repeated}x`)]).flat()
    const below = readFigureFile(utf8([header, ...rows].join('\n')), context)
    expect(problemsIn(below, 'en').length).toBeGreaterThanOrEqual(rows.length)
    expect(problemsIn(readFigureFile(utf8(rows.join('\n')), context), 'en')).toHaveLength(1)
  },
)
