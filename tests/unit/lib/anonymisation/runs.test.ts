import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOfRuns, runEnds } from '@/lib/anonymisation/runs'

test.each([
  ['each part that is large enough is a run', [[11], [12], [30]], [1, 2, 3]],
  ['small parts are taken together, and those left over join the last run', [[5], [6], [20], [3]], [2, 4]],
  [
    'every kind must be large enough',
    [
      [11, 4],
      [11, 7],
      [11, 11],
    ],
    [2, 3],
  ],
  [
    'a kind with nobody in it is not asked about',
    [
      [11, 0],
      [12, 0],
    ],
    [1, 2],
  ],
  [
    'a kind with nobody in most parts is',
    [
      [11, 0],
      [12, 0],
      [11, 11],
      [11, 0],
    ],
    [4],
  ],
  [
    'all parts together are not enough',
    [
      [11, 4],
      [11, 6],
    ],
    [],
  ],
  ['there is nobody', [[0], [0]], []],
  ['there is no part', [], []],
])('%s', (_what, parts, ends) => {
  expect(runEnds(parts)).toEqual(ends)
})

test('a range is of whole runs where it begins and ends between them', () => {
  const ends = [2, 3, 5]
  const ranges = [0, 1, 2, 3, 4, 5].flatMap((start) => [0, 1, 2, 3, 4, 5].map((end) => ({ start, end })))
  expect(ranges.filter((range) => isOfRuns(range, ends)).map(({ start, end }) => `${start}-${end}`)).toEqual([
    '0-2',
    '0-3',
    '0-5',
    '2-3',
    '2-5',
    '3-5',
  ])
  expect(isOfRuns({ start: 0, end: 0 }, [])).toBe(false)
})

const arbitraryParts = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 12 })

test('runs are large enough and cover all parts; with none, all parts together are too small', () => {
  fc.assert(
    fc.property(arbitraryParts, fc.integer({ min: 11, max: 30 }), (parts, smallest) => {
      const total = (from: number, to: number, kind: 0 | 1) =>
        parts.slice(from, to).reduce((sum, part) => sum + part[kind], 0)
      const ends = runEnds(parts, smallest)
      const kinds = ([0, 1] as const).filter((kind) => total(0, parts.length, kind) > 0)
      if (ends.length === 0) {
        const isTooSmall = kinds.some((kind) => total(0, parts.length, kind) < smallest)
        expect(isTooSmall || kinds.length === 0).toBe(true)
        return
      }
      expect(ends.at(-1)).toBe(parts.length)
      for (const [place, end] of ends.entries()) {
        for (const kind of kinds)
          expect(total(ends[place - 1] ?? 0, end, kind)).toBeGreaterThanOrEqual(smallest)
      }
    }),
  )
})
