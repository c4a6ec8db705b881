import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf } from '@/lib/import/difference'
import { recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { figureKey, type FigureRecord } from '@/lib/waves/figure-record'
import { utf8 } from '@/tests/support/import/bytes'
import { context } from '@/tests/support/import/context'
import { plainRecord, records } from '@/tests/support/import/records'

const linesOf = (given: readonly FigureRecord[]) =>
  readFigureFile(utf8(JSON.stringify({ figures: given })), context).lines

const header = 'code,population,value,qualifier,passage'
const read = (...lines: readonly string[]) =>
  readFigureFile(utf8([header, ...lines].join('\n')), context).lines
const codes = (sides: readonly { readonly record: FigureRecord }[]) =>
  sides.map(({ record: { code, population } }) => `${code} ${population}`)

const intend: FigureRecord = { ...plainRecord, code: 'usage.intend', sharePercent: 14 }

describe('a file beside what is there', () => {
  it('tells what is new, changed, the same and gone', () => {
    const present = [plainRecord, intend, { ...plainRecord, population: 'under_35' }]
    const found = differenceOf(
      read(
        'usage.any,french,48,exact,growing use',
        'usage.intend,french,15,about,growing use',
        'trust.teleconsultation,french,30,exact,trust',
      ),
      present,
    )
    expect(codes(found.unchanged)).toEqual(['usage.any french'])
    expect(codes(found.added)).toEqual(['trust.teleconsultation french'])
    expect(codes(found.gone)).toEqual(['usage.any under_35'])
    expect(found.unsettled).toEqual([])
    expect(found.changed).toEqual([
      {
        record: { ...intend, sharePercent: 15, qualifier: 'about' },
        before: intend,
        isCompared: true,
        fields: [
          { field: 'sharePercent', before: 14, after: 15 },
          { field: 'qualifier', before: 'exact', after: 'about' },
        ],
      },
    ])
  })

  it('does not take a figure for gone whose line is refused', () => {
    const found = differenceOf(read('usage.any,french,<1,exact,p', 'zzz,french,1,exact,p'), [
      plainRecord,
      intend,
    ])
    expect(codes(found.unsettled)).toEqual(['usage.any french'])
    expect(codes(found.gone)).toEqual(['usage.intend french'])
  })

  it('says which figures are compared: those whose indicator and population are predicates', () => {
    const context1 = { ...plainRecord, code: 'mood.good', statement: { fr: 'vont bien', en: 'are well' } }
    const context2 = {
      ...plainRecord,
      population: 'women',
      populationWords: { fr: 'des femmes', en: 'of women' },
    }
    const found = differenceOf(linesOf([plainRecord, context1, context2]), [])
    expect(found.added.map(({ isCompared }) => isCompared)).toEqual([true, false, false])
  })

  it('counts a repeated line once', () => {
    const line = 'usage.any,french,48,exact,growing use'
    expect(codes(differenceOf(read(line, line), []).added)).toEqual(['usage.any french'])
  })
})

describe('for any state', () => {
  it('nothing differs from itself', () => {
    fc.assert(
      fc.property(records, (state) => {
        fc.pre(state.some(({ sharePercent }) => sharePercent > 1))
        const lines = linesOf(state)
        expect(recordsOf(lines)).toHaveLength(state.length)
        const { unchanged, ...others } = differenceOf(lines, state)
        expect(others).toEqual({ added: [], changed: [], gone: [], unsettled: [] })
        expect(codes(unchanged)).toEqual(state.map(figureKey))
      }),
    )
  })

  it('what is new one way is gone the other, and what changed changes back', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        fc.pre([a, b].every((state) => state.some(({ sharePercent }) => sharePercent > 1)))
        const [there, back] = [differenceOf(linesOf(b), a), differenceOf(linesOf(a), b)]
        expect(codes(there.added)).toEqual(codes(back.gone))
        expect(codes(there.gone)).toEqual(codes(back.added))
        expect(codes(there.changed).toSorted()).toEqual(codes(back.changed).toSorted())
        const fields = ({ fields: changes }: (typeof there.changed)[number]) =>
          changes.map(({ field }) => field)
        expect(there.changed.flatMap(fields).toSorted()).toEqual(back.changed.flatMap(fields).toSorted())
      }),
    )
  })
})
