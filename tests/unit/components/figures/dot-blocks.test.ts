import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksBetween } from '@/components/figures/dot-blocks'

test.each([
  [0, 0, []],
  [0, 7, [{ x: 0, y: 0, width: 7, height: 1 }]],
  [0, 100, [{ x: 0, y: 0, width: 10, height: 10 }]],
  [
    0,
    17,
    [
      { x: 0, y: 0, width: 10, height: 1 },
      { x: 0, y: 1, width: 7, height: 1 },
    ],
  ],
  [
    17,
    100,
    [
      { x: 7, y: 1, width: 3, height: 1 },
      { x: 0, y: 2, width: 10, height: 8 },
    ],
  ],
])('from dot %s to %s', (first, last, blocks) => {
  expect(blocksBetween(first, last, 10)).toEqual(blocks)
})

test('each dot of the range is covered once, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (one, other) => {
      const [first, last] = one < other ? [one, other] : [other, one]
      const covered = blocksBetween(first, last, 10).flatMap(({ x, y, width, height }) =>
        Array.from(
          { length: width * height },
          (_, dot) => (y + Math.floor(dot / width)) * 10 + x + (dot % width),
        ),
      )
      expect(covered.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: last - first }, (_, dot) => first + dot),
      )
      expect(blocksBetween(first, last, 10).length).toBeLessThanOrEqual(3)
    }),
  )
})
