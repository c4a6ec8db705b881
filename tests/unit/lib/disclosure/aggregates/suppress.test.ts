import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLargeEnough, suppressedOptions, type RoundedTable } from '@/lib/disclosure/aggregates/suppress'

const single = (...options: readonly (readonly [number, number])[]): RoundedTable => {
  const counts = options.map(([under35, from35]) => ({ under35, from35 }))
  return {
    kind: 'single',
    options: counts,
    answered: {
      under35: counts.reduce((sum, { under35 }) => sum + under35, 0),
      from35: counts.reduce((sum, { from35 }) => sum + from35, 0),
    },
  }
}

const multiple = (
  answered: readonly [number, number],
  ...options: readonly (readonly [number, number])[]
): RoundedTable => ({
  ...single(...options),
  kind: 'multiple',
  answered: { under35: answered[0], from35: answered[1] },
})

describe('a number may be shown', () => {
  it.each([
    [10, 11, false],
    [15, 11, true],
    [20, 17, false],
    [25, 20, true],
  ])('%i with a smallest group of %i: %s', (count, smallestGroup, isShown) => {
    expect(isLargeEnough(count, smallestGroup)).toBe(isShown)
  })
})

describe('a single choice', () => {
  it('is shown whole where every option is large enough', () => {
    expect(suppressedOptions(single([15, 20], [100, 50], [30, 15]), 11)).toEqual([false, false, false])
  })

  it('suppresses in both bands what is small in one, and the next smallest with it', () => {
    expect(suppressedOptions(single([5, 200], [100, 500], [30, 150]), 11)).toEqual([true, false, true])
  })

  it('suppresses more until enough people are behind what is suppressed, however it was rounded', () => {
    // 10 and 10: each of six people or more, twelve together. 5 and 10: perhaps seven.
    expect(suppressedOptions(single([10, 50], [10, 60], [300, 70]), 11)).toEqual([true, true, false])
    expect(suppressedOptions(single([5, 50], [10, 60], [300, 70], [400, 80]), 11)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('suppresses everything where one option has nearly everyone', () => {
    expect(suppressedOptions(single([0, 5], [200, 300], [5, 0]), 11)).toEqual([true, true, true])
  })
})

describe('several choices', () => {
  it('do not follow from one another: a small option alone is suppressed', () => {
    expect(suppressedOptions(multiple([100, 100], [5, 50], [50, 60]), 11)).toEqual([true, false])
  })

  it('are suppressed where nearly everyone chose one', () => {
    expect(suppressedOptions(multiple([100, 100], [85, 50], [80, 60]), 11)).toEqual([true, false])
  })
})

const arbitraryCount = fc.nat({ max: 30 }).map((fives) => fives * 5)
const arbitraryTable = fc
  .array(fc.tuple(arbitraryCount, arbitraryCount), { minLength: 2, maxLength: 6 })
  .map((options) => single(...options))
const arbitraryGroup = fc.integer({ min: 11, max: 40 })

it('what is shown, subtracted from the base, leaves nobody, or a smallest group at least', () => {
  fc.assert(
    fc.property(arbitraryTable, arbitraryGroup, (table, smallestGroup) => {
      const suppressed = suppressedOptions(table, smallestGroup)
      const hidden = table.options.filter((_, place) => suppressed[place])
      if (hidden.length === table.options.length || hidden.length === 0) return
      expect(hidden.length).toBeGreaterThan(1)
      for (const band of ['under35', 'from35'] as const) {
        const fewest = hidden.reduce((sum, counts) => sum + Math.max(0, counts[band] - 4), 0)
        expect(fewest).toBeGreaterThanOrEqual(smallestGroup)
      }
    }),
  )
})

it('what is shown is large enough in each band', () => {
  fc.assert(
    fc.property(arbitraryTable, arbitraryGroup, (table, smallestGroup) => {
      for (const [place, isSuppressed] of suppressedOptions(table, smallestGroup).entries()) {
        const counts = table.options[place]
        if (isSuppressed || !counts) continue
        expect(Math.min(counts.under35, counts.from35) - 4).toBeGreaterThanOrEqual(smallestGroup)
      }
    }),
  )
})
