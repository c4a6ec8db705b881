import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordsOf } from '@/lib/import/lines/line'
import { figureInputs } from '@/lib/import/form-file'
import { readFigureFile } from '@/lib/import/read-figure-file'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { oneByte, utf16, utf8, utf8WithMark } from '@/tests/support/import/bytes'
import { context } from '@/tests/support/import/context'
import { records } from '@/tests/support/import/records'
import { problemsIn } from '@/tests/support/import/sentences'
import { workbook } from '@/tests/support/import/workbook'
import { cellsOf, delimited, frenchTitles, type Style } from '@/tests/support/import/written'

/** What is read, or why it is not. */
function readBack(bytes: Uint8Array): unknown {
  const file = readFigureFile(bytes, context)
  const problems = problemsIn(file, 'en')
  return problems.length > 0 ? problems : recordsOf(file.lines)
}

const styles = fc.record<Style>({
  decimal: fc.constantFrom(',', '.'),
  unit: fc.constantFrom('', '%', ' %', '\u00a0%'),
  days: fc.constantFrom('iso', 'french'),
})
const titles = fc.constantFrom<readonly string[]>(figureInputs, frenchTitles)

/** Whether every percentage is a share of one without a sign that says otherwise: such a column is refused. */
const looksLikeShares = (given: readonly FigureRecord[], unit: string) =>
  unit === '' && given.every(({ sharePercent }) => sharePercent <= 1)

const encodings = {
  'utf-8': utf8,
  'utf-8 with its mark': utf8WithMark,
  'utf-16le': (text: string) => utf16(text, 'little'),
  'utf-16be': (text: string) => utf16(text, 'big'),
  'windows-1252': (text: string) => oneByte(text, 'windows-1252'),
  macintosh: (text: string) => oneByte(text, 'macintosh'),
}

test.each(Object.entries(encodings))(
  'CSV in %s reads alike with any separator, end of line and style',
  (_, encode) => {
    fc.assert(
      fc.property(
        records,
        styles,
        titles,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (given, style, header, separator, end) => {
          fc.pre(!looksLikeShares(given, style.unit))
          const table = delimited([header, ...given.map((record) => cellsOf(record, style))], separator, end)
          expect(readBack(encode(table))).toEqual(given)
        },
      ),
    )
  },
)

test('a workbook reads alike, with numbers or with texts', () => {
  fc.assert(
    fc.property(records, fc.option(styles, { nil: null }), titles, (given, style, header) => {
      fc.pre(!looksLikeShares(given, style?.unit ?? ''))
      const rows = [header, ...given.map((record) => cellsOf(record, style))]
      expect(readBack(workbook([{ rows }]))).toEqual(given)
    }),
  )
})

test('JSON reads alike, as records or by the names of columns', () => {
  fc.assert(
    fc.property(records, fc.boolean(), fc.boolean(), (given, isFlat, isWrapped) => {
      fc.pre(!looksLikeShares(given, ''))
      const flat = given.map((record) =>
        Object.fromEntries(cellsOf(record, null).map((cell, index) => [figureInputs[index] ?? '', cell])),
      )
      const list = isFlat ? flat : given
      expect(readBack(utf8(JSON.stringify(isWrapped ? { figures: list } : list)))).toEqual(given)
    }),
  )
})
