import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomlyRounded, roundingBase } from '@/lib/disclosure/aggregates/random-rounding'

test.each([
  [0, 0, 0],
  [10, 0, 10],
  [10, 0.999, 10],
  [11, 0, 15],
  [11, 0.19, 15],
  [11, 0.2, 10],
  [11, 0.999, 10],
  [14, 0.79, 15],
  [14, 0.8, 10],
])('%i with %d is shown as %i', (count, uniform, expected) => {
  expect(randomlyRounded(count, uniform)).toBe(expected)
})

const arbitraryUniform = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('the result is a neighbouring multiple of five', () => {
  fc.assert(
    fc.property(fc.nat(), arbitraryUniform, (count, uniform) => {
      const shown = randomlyRounded(count, uniform)
      expect(roundingBase).toBe(5)
      expect(shown % 5).toBe(0)
      expect(shown).toBeGreaterThanOrEqual(0)
      expect(Math.abs(shown - count)).toBeLessThan(5)
    }),
  )
})

test('over all random numbers, the mean of the result is the count', () => {
  fc.assert(
    fc.property(fc.nat(), (count) => {
      const grid = Array.from({ length: 1000 }, (_, step) => (step + 0.5) / 1000)
      const surplus = grid.reduce((sum, uniform) => sum + randomlyRounded(count, uniform) - count, 0)
      expect(surplus).toBe(0)
    }),
  )
})

test.each([
  [-1, 0.5],
  [1.5, 0.5],
  [Number.NaN, 0.5],
  [7, 1],
  [7, -0.1],
  [7, Number.NaN],
])('%d with %d is refused', (count, uniform) => {
  expect(() => randomlyRounded(count, uniform)).toThrow(RangeError)
})
