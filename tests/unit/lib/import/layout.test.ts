import { describe, expect, it } from 'vitest'
import { recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { utf8 } from '@/tests/support/import/bytes'
import { context } from '@/tests/support/import/context'
import { problemsIn } from '@/tests/support/import/sentences'

const read = (...lines: readonly string[]) => readFigureFile(utf8(lines.join('\n')), context)
const figures = (...lines: readonly string[]) =>
  recordsOf(read(...lines).lines).map(
    ({ code, population, sharePercent, baseSize }) => `${code} ${population} ${sharePercent} ${baseSize}`,
  )

describe('columns', () => {
  it('have their units above the populations as well as below', () => {
    const table = [
      'T;;;;',
      ';%;;Effectif;',
      ';Ensemble;Moins de 35 ans;Ensemble;Moins de 35 ans',
      'usage.any;48;52;81;57',
    ]
    expect(figures(...table)).toEqual(['usage.any french 48 null', 'usage.any under_35 52 null'])
  })

  it('of populations are something else where each line names its own', () => {
    const table = ['code;population;value;qualifier;passage;Ensemble', 'usage.any;under_35;52;exact;p;48']
    expect(figures(...table)).toEqual(['usage.any under_35 52 null'])
  })

  it('of bases stand beside the percentages of the same people', () => {
    const table = ['T;;;', ';Ensemble;Ensemble;35 ans et plus', ';%;Base;%', 'usage.any;48;1003;45']
    expect(figures(...table)).toEqual(['usage.any french 48 1003', 'usage.any 35_and_over 45 null'])
  })
})

describe('rows of bases', () => {
  it('hold for their own block, and for all where they stand before the first', () => {
    const blocks = [
      'T;',
      'Modalité;Ensemble',
      'Une question ?;',
      'usage.any;48',
      'Base;1003',
      'Une autre ?;',
      'usage.intend;14',
    ]
    expect(figures(...blocks)).toEqual(['usage.any french 48 1003', 'usage.intend french 14 null'])
    const before = [
      'T;',
      'Modalité;Ensemble',
      'Base;1003',
      'Une question ?;',
      'usage.any;48',
      'Une autre ?;',
      'usage.intend;14',
    ]
    expect(figures(...before)).toEqual(['usage.any french 48 1003', 'usage.intend french 14 1003'])
  })
})

describe('lines', () => {
  const header = 'code,population,value,qualifier,passage,interval_low,interval_high'

  it('that lack one cell are refused, whatever is in the others', () => {
    expect(problemsIn(read(header, 'usage.any,french,48,exact,p,'), 'en')).toEqual([
      'Line 2: The line has 6 cells, and the table 7 columns. A separator is probably missing, or a text is cut by a line break.',
    ])
  })

  it.each([
    ['49', '52'],
    ['40', '47'],
  ])('whose value is outside the interval from %s to %s are refused', (low, high) => {
    expect(problemsIn(read(header, `usage.any,french,48,exact,p,${low},${high}`), 'en')).toEqual([
      `Line 2, column “interval_low”: The value 48 is not in the interval from ${low} to ${high}. The ends may be swapped.`,
    ])
  })

  it('whose value is at either end of the interval are taken', () => {
    expect(problemsIn(read(header, 'usage.any,french,48,exact,p,48,48'), 'en')).toEqual([])
  })
})
