import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, csvLine } from '@/lib/export/csv'

const formula = /^[=+\-@\t\r\n]/

/** Texts with what is special in them more often than by chance. */
const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(',', ';', '"', '\r', '\n', ' ', 'é', '\u202f', '=') }),
  ),
  { minLength: 2, maxLength: 8 },
)

test.each([',', ';'] as const)('what is written with %s is read back', (delimiter) => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1 }), (lines) => {
      const written = lines.map((line) => csvLine(line, delimiter)).join('')
      const expected = lines.map((line) => line.map((text) => (formula.test(text) ? `'${text}` : text)))
      expect(parse(written, { delimiter, relax_column_count: true, record_delimiter: '\r\n' })).toEqual(
        expected,
      )
    }),
  )
})

describe('formulas', () => {
  test('no cell begins as one, quoted or not', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n'), fc.string(), (start, rest) => {
        expect(csvCell(start + rest, ';')).toMatch(/^"?'/)
      }),
    )
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['-2', "'-2"],
    ['@SUM(A1;B1)', `"'@SUM(A1;B1)"`],
    ['a=b', 'a=b'],
    ['', ''],
    ['say "so"', '"say ""so"""'],
  ])('%j is written as %j', (text, cell) => {
    expect(csvCell(text, ';')).toBe(cell)
  })
})
