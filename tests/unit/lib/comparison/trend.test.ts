import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  breakReasons,
  changeBetween,
  isBeyondChance,
  trendsOf,
  type TrendFigure,
} from '@/lib/comparison/trend'

const before: TrendFigure = {
  waveId: '2025-12',
  indicator: 'usage.any',
  population: 'french',
  sharePercent: 48,
  qualifier: 'exact',
  status: 'published',
  timeFrame: 'now',
  baseSize: 1000,
  scale: null,
  wording: { fr: 'Utilisez-vous un outil ?', en: null },
}
const after: TrendFigure = { ...before, waveId: '2026-12', sharePercent: 55 }

const changed = (more: Partial<TrendFigure>, earlier: Partial<TrendFigure> = {}) =>
  changeBetween({ ...before, ...earlier }, { ...after, ...more })

describe('between two waves that asked the same', () => {
  test('a change has its bounds, and is beyond chance where they are on one side of 0', () => {
    const change = changed({})
    expect(change).toMatchObject({ kind: 'change', points: 7, isAbout: false })
    if (change.kind === 'break' || change.bounds === null) throw new Error('there is no change')
    expect(change.bounds.low).toBeCloseTo(2.61, 1)
    expect(change.bounds.high).toBeCloseTo(11.34, 1)
    expect(isBeyondChance(change)).toBe(true)
  })

  test('a small one cannot be told from chance', () => {
    const change = changed({ sharePercent: 50 })
    expect(change.kind === 'change' && isBeyondChance(change)).toBe(false)
    const fall = changed({ sharePercent: 40 })
    expect(fall.kind === 'change' && isBeyondChance(fall)).toBe(true)
  })

  test.each([[{ baseSize: null }, {}] as const, [{}, { baseSize: null }] as const])(
    'without the number of people nobody knows',
    (later, earlier) => {
      const change = changed(later, earlier)
      expect(change).toMatchObject({ kind: 'change', points: 7, bounds: null })
      expect(change.kind === 'change' && isBeyondChance(change)).toBe(null)
    },
  )

  test('"about" is said of the change too', () => {
    expect(changed({ qualifier: 'about' })).toMatchObject({ kind: 'change', isAbout: true })
    expect(changed({}, { qualifier: 'about' })).toMatchObject({ kind: 'change', isAbout: true })
  })

  test('spaces, capitals and a translation more make no other question', () => {
    const wording = { fr: 'Utilisez-vous  un outil\u00A0?', en: 'Do you use a tool?' }
    expect(changed({ wording }).kind).toBe('change')
    expect(changed({ wording: { fr: null, en: 'Do you use a tool?' } }, { wording }).kind).toBe('change')
  })
})

test.each<[(typeof breakReasons)[number], Partial<TrendFigure>]>([
  ['wordingUnknown', { wording: null }],
  ['wordingUnknown', { wording: { fr: null, en: 'Do you use a tool?' } }],
  ['wording', { wording: { fr: 'Avez-vous utilisé un outil ?', en: null } }],
  ['timeFrame', { timeFrame: 'ever' }],
  ['inexact', { qualifier: 'more_than' }],
  ['status', { status: 'disputed' }],
  ['status', { status: 'superseded' }],
])('nothing is said of a change: %s', (reason, more) => {
  expect(changed(more)).toEqual({ kind: 'break', reasons: [reason] })
  expect(changeBetween({ ...after, ...more }, before)).toEqual({ kind: 'break', reasons: [reason] })
})

test('another scale is a break where both are known', () => {
  expect(changed({ scale: '4 points' }, { scale: '5 points' })).toEqual({ kind: 'break', reasons: ['scale'] })
  expect(changed({ scale: '4 points' }).kind).toBe('change')
})

test('all reasons are said', () => {
  const change = changed({ wording: null, timeFrame: 'ever', qualifier: 'more_than' })
  expect(change).toEqual({ kind: 'break', reasons: ['wordingUnknown', 'timeFrame', 'inexact'] })
})

describe('trends', () => {
  const other: TrendFigure = { ...before, population: 'under_35' }

  test('are of figures that two waves have, and set each beside the one before it', () => {
    const third = { ...after, waveId: '2027-12', sharePercent: 60 }
    const trends = trendsOf([[before, other], [after], [third]])
    expect(trends).toEqual([
      {
        points: [
          { figure: before, since: null },
          { figure: after, since: changeBetween(before, after) },
          { figure: third, since: changeBetween(after, third) },
        ],
      },
    ])
  })

  test('go over a wave that has not the figure', () => {
    const third = { ...other, waveId: '2027-12' }
    const [trend] = trendsOf([[other], [after], [third]])
    expect(trend?.points.map(({ figure }) => figure.waveId)).toEqual(['2025-12', '2027-12'])
  })

  test('are none of one wave alone', () => {
    expect(trendsOf([[before, other]])).toEqual([])
    expect(trendsOf([])).toEqual([])
  })

  test('a change there and back is the same', () => {
    const shares = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(shares, shares, (one, two) => {
        const there = changed({ sharePercent: two }, { sharePercent: one })
        const back = changed({ sharePercent: one }, { sharePercent: two })
        if (there.kind === 'break' || back.kind === 'break') throw new Error('they asked the same')
        expect(there.points).toBeCloseTo(-back.points, 9)
        expect(isBeyondChance(there)).toBe(isBeyondChance(back))
      }),
    )
  })
})
