import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBounds, shareBounds } from '@/lib/comparison/margin'

// Newcombe, Statistics in Medicine 17 (1998): 857-872, table I, method 3.
test.each([
  [81, 263, 25.53, 36.62],
  [15, 148, 6.24, 16.05],
  [0, 20, 0, 16.11],
  [1, 29, 0.61, 17.18],
  [20, 20, 83.89, 100],
])('%i of %i people: from %f to %f %%', (count, baseSize, low, high) => {
  const bounds = shareBounds((100 * count) / baseSize, baseSize)
  expect(bounds.low).toBeCloseTo(low, 2)
  expect(bounds.high).toBeCloseTo(high, 2)
})

// Newcombe, Statistics in Medicine 17 (1998): 873-890, table II, method 10. He subtracts the second from the first.
test.each([
  [56, 70, 48, 80, 5.24, 33.39],
  [9, 10, 3, 10, 17.05, 80.9],
  [6, 7, 2, 7, 5.82, 80.62],
  [10, 10, 0, 10, 60.75, 100],
])('%i of %i, before %i of %i: from %f to %f points', (count, size, countBefore, sizeBefore, low, high) => {
  const before = { sharePercent: (100 * countBefore) / sizeBefore, baseSize: sizeBefore }
  const bounds = changeBounds(before, { sharePercent: (100 * count) / size, baseSize: size })
  expect(bounds.low).toBeCloseTo(low, 2)
  expect(bounds.high).toBeCloseTo(high, 2)
})

const share = fc.record({
  sharePercent: fc.double({ min: 0, max: 100, noNaN: true }),
  baseSize: fc.integer({ min: 1, max: 1_000_000 }),
})

test('bounds hold the share, stay within 0 and 100, and are nearer for more people', () => {
  fc.assert(
    fc.property(share, ({ sharePercent, baseSize }) => {
      const { low, high } = shareBounds(sharePercent, baseSize)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(100)
      expect(low).toBeLessThanOrEqual(sharePercent + 1e-9)
      expect(high).toBeGreaterThanOrEqual(sharePercent - 1e-9)
      const more = shareBounds(sharePercent, baseSize * 2)
      expect(more.high - more.low).toBeLessThan(high - low)
    }),
  )
})

test('bounds of a change are those of the way back with the other sign, and hold the change', () => {
  fc.assert(
    fc.property(share, share, (before, after) => {
      const there = changeBounds(before, after)
      const back = changeBounds(after, before)
      expect(there.low).toBeCloseTo(-back.high, 8)
      expect(there.high).toBeCloseTo(-back.low, 8)
      const change = after.sharePercent - before.sharePercent
      expect(there.low).toBeLessThanOrEqual(change + 1e-9)
      expect(there.high).toBeGreaterThanOrEqual(change - 1e-9)
    }),
  )
})
