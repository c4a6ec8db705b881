import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from '@/lib/participation/wilson-interval'

const rounded = (count: number, base: number) => {
  const interval = wilsonInterval(count, base)
  return interval && [interval.lowerPercent.toFixed(2), interval.upperPercent.toFixed(2)]
}

// Worked by hand with z² = 3.841459: of 5 in 10, centre (0.5 + 0.19207) / 1.38415 = 50 %, half width
// 1.959964 · √(0.025 + 0.0096036) / 1.38415 = 26.34 %. Of 0 in n, the upper bound is z² / (n + z²).
test.each([
  [5, 10, ['23.66', '76.34']],
  [0, 10, ['0.00', '27.75']],
  [10, 10, ['72.25', '100.00']],
  [0, 1, ['0.00', '79.35']],
  [20, 100, ['13.34', '28.88']],
  [480, 1000, ['44.92', '51.10']],
])('%i of %i people', (count, base, expected) => {
  expect(rounded(count, base)).toEqual(expected)
})

test('nobody asked, no interval', () => {
  expect(wilsonInterval(0, 0)).toBeNull()
})

test.each([
  [-1, 10],
  [11, 10],
  [1, 0],
  [Number.NaN, 10],
  [1, Number.NaN],
])('%d of %d people is refused', (count, base) => {
  expect(() => wilsonInterval(count, base)).toThrow(RangeError)
})

const arbitraryPart = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((base) => fc.record({ base: fc.constant(base), count: fc.integer({ min: 0, max: base }) }))

const intervalOf = (count: number, base: number) => {
  const interval = wilsonInterval(count, base)
  if (!interval) throw new Error('no interval')
  return interval
}

test('the interval lies within 0 and 100 and contains the share', () => {
  fc.assert(
    fc.property(arbitraryPart, ({ count, base }) => {
      const { lowerPercent, upperPercent } = intervalOf(count, base)
      const share = (100 * count) / base
      expect(lowerPercent).toBeGreaterThanOrEqual(0)
      expect(upperPercent).toBeLessThanOrEqual(100)
      expect(lowerPercent <= share && share <= upperPercent).toBe(true)
      expect(upperPercent).toBeGreaterThan(lowerPercent)
    }),
  )
})

test('the bounds solve the equation of the score test: they are z standard errors of their own from the share', () => {
  fc.assert(
    fc.property(arbitraryPart, ({ count, base }) => {
      const { lowerPercent, upperPercent } = intervalOf(count, base)
      for (const bound of [lowerPercent / 100, upperPercent / 100]) {
        const distance = (count / base - bound) ** 2
        expect(distance).toBeCloseTo((1.959964 ** 2 * bound * (1 - bound)) / base, 9)
      }
    }),
  )
})

test('the interval of the others is its mirror image', () => {
  fc.assert(
    fc.property(arbitraryPart, ({ count, base }) => {
      const one = intervalOf(count, base)
      const other = intervalOf(base - count, base)
      expect(one.lowerPercent).toBeCloseTo(100 - other.upperPercent, 8)
      expect(one.upperPercent).toBeCloseTo(100 - other.lowerPercent, 8)
    }),
  )
})

test('the same share of more people has a narrower interval', () => {
  fc.assert(
    fc.property(arbitraryPart, fc.integer({ min: 2, max: 50 }), ({ count, base }, times) => {
      const few = intervalOf(count, base)
      const many = intervalOf(count * times, base * times)
      expect(many.upperPercent - many.lowerPercent).toBeLessThan(few.upperPercent - few.lowerPercent)
    }),
  )
})
