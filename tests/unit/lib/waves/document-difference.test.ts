import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentDifference, isSameDocument } from '@/lib/waves/document-difference'
import type { FigureRecord } from '@/lib/waves/figure-record'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { plainRecord, records } from '@/tests/support/import/records'

const documentOf = (figures: readonly FigureRecord[]): WaveDocument => ({
  wave: {
    id: '2026-12',
    name: null,
    description: null,
    commissionedBy: 'MentalTech',
    conductedBy: 'Ifop',
    publishedOn: '2026-12-10',
    sampleSize: null,
    fieldStart: null,
    fieldEnd: null,
    mode: null,
    lastDay: null,
  },
  sources: [
    { id: 'dsih-6110', publisher: 'DSIH', title: 'Essor', url: 'https://a.fr', publishedOn: '2026-12-15' },
  ],
  figures: figures.map((figure) => ({ ...figure, netOf: [...figure.netOf] })),
})

const codes = (found: ReturnType<typeof documentDifference>, kind: string) =>
  found.figures.flatMap((change) => {
    const { code, population } = change.kind === 'removed' ? change.before : change.after
    return change.kind === kind ? [`${code} ${population}`] : []
  })

const intend: FigureRecord = { ...plainRecord, code: 'usage.intend', sharePercent: 14 }
const trust: FigureRecord = { ...plainRecord, code: 'trust.teleconsultation', sharePercent: 30 }
const young: FigureRecord = { ...plainRecord, population: 'under_35' }

describe('from one state to another', () => {
  it('figures are new, changed field by field, the same and removed', () => {
    const later = { ...intend, sharePercent: 15, qualifier: 'about' } as const
    const found = documentDifference(
      documentOf([plainRecord, intend, young]),
      documentOf([trust, later, plainRecord]),
    )
    expect(found).toEqual({
      figures: [
        { kind: 'added', after: trust },
        { kind: 'changed', before: intend, after: later, fields: ['sharePercent', 'qualifier'] },
        { kind: 'removed', before: young },
      ],
      unchanged: [plainRecord],
      unsettledCount: 0,
      isDescribedOtherwise: false,
    })
  })

  it('a figure whose line is refused is not taken for removed', () => {
    const refused = [
      { code: 'usage.any', population: 'french' },
      { code: null, population: 'under_35' },
    ]
    const found = documentDifference(documentOf([plainRecord, young]), documentOf([intend]), refused)
    expect(found.unsettledCount).toBe(1)
    expect(codes(found, 'removed')).toEqual(['usage.any under_35'])
  })

  it('everything is new where there was nothing', () => {
    const found = documentDifference(null, documentOf([plainRecord]))
    expect(codes(found, 'added')).toEqual(['usage.any french'])
    expect(found.isDescribedOtherwise).toBe(true)
  })

  it('another description or source is told', () => {
    const before = documentOf([plainRecord])
    const described = { ...before, wave: { ...before.wave, sampleSize: 1000 } }
    expect(documentDifference(before, described)).toMatchObject({ figures: [], isDescribedOtherwise: true })
    const cited = { ...before, sources: before.sources.map((source) => ({ ...source, title: 'Autre' })) }
    expect(isSameDocument(before, cited)).toBe(false)
    const more = [...before.sources, ...before.sources.map((source) => ({ ...source, id: 'dsih-6111' }))]
    expect(isSameDocument(before, { ...before, sources: more })).toBe(false)
    expect(isSameDocument({ ...before, sources: more }, { ...before, sources: more.toReversed() })).toBe(true)
  })
})

describe('for any two states', () => {
  it('nothing differs from itself, in whatever order its figures and their fields stand', () => {
    fc.assert(
      fc.property(records, (state) => {
        const turned = state
          .toReversed()
          .map((record) => Object.fromEntries(Object.entries(record).toReversed()) as unknown as FigureRecord)
        const found = documentDifference(documentOf(state), documentOf(turned))
        expect(found.figures).toEqual([])
        expect(found.unchanged).toHaveLength(state.length)
        expect(isSameDocument(documentOf(state), documentOf(turned))).toBe(true)
      }),
    )
  })

  it('what is new one way is removed the other, and what changed changes back', () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const there = documentDifference(documentOf(a), documentOf(b))
        const back = documentDifference(documentOf(b), documentOf(a))
        expect(codes(there, 'added')).toEqual(codes(back, 'removed'))
        expect(codes(there, 'removed')).toEqual(codes(back, 'added'))
        expect(codes(there, 'changed').toSorted()).toEqual(codes(back, 'changed').toSorted())
        expect(there.unchanged).toHaveLength(back.unchanged.length)
      }),
    )
  })
})
