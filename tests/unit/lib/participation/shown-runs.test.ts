import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runBounds, shownCount, type Cell } from '@/lib/participation/shown-runs'

const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0)
const cellOf = (perBlock: readonly number[]): Cell => ({
  name: 'cell',
  perBlock,
  bounds: runBounds(perBlock.length, (from, to) => sum(perBlock.slice(from, to)) >= 11),
})
/** The same number for the same text, as a keyed hash gives. */
const roll = (text: string) =>
  (Array.from(text).reduce((rest, sign) => (rest * 31 + sign.charCodeAt(0)) % 997, 7) % 997) / 997
const alwaysDown = () => 0.999

describe('runs', () => {
  it('are as many as are large enough, the rest with the last', () => {
    expect(cellOf([5, 6, 11, 3]).bounds).toEqual([0, 2, 4])
    expect(cellOf([11, 11]).bounds).toEqual([0, 1, 2])
    expect(cellOf([5, 5]).bounds).toBeNull()
    expect(cellOf([]).bounds).toBeNull()
  })
})

describe('a number of people', () => {
  it('is shown for whole runs only', () => {
    const cell = cellOf([5, 6, 11, 3])
    expect(shownCount(cell, 0, 2, alwaysDown)).toBe(10)
    expect(shownCount(cell, 0, 4, alwaysDown)).toBe(25)
    // Up to block 2 there are 11 people, up to block 4 there are 25: 25 - 10.
    expect(shownCount(cell, 2, 4, alwaysDown)).toBe(15)
    expect(shownCount(cell, 0, 1, alwaysDown)).toBeNull()
    expect(shownCount(cell, 2, 3, alwaysDown)).toBeNull()
  })

  it('is rounded once for each bound, by the cell and the people up to there', () => {
    const asked: string[] = []
    shownCount(cellOf([12, 13, 14]), 1, 3, (text) => {
      asked.push(text)
      return 0
    })
    expect(asked).toEqual(['cell/39', 'cell/12'])
  })

  const blocks = fc.array(fc.nat(60), { minLength: 1, maxLength: 12 })

  it('adds up, is a positive multiple of five, and less than 10 off', () => {
    fc.assert(
      fc.property(blocks, (perBlock) => {
        const cell = cellOf(perBlock)
        const bounds = cell.bounds ?? []
        for (const [place, from] of bounds.entries()) {
          for (const [later, to] of bounds.entries()) {
            if (later <= place) continue
            const shown = shownCount(cell, from, to, roll) ?? Number.NaN
            expect(shown % 5).toBe(0)
            expect(shown).toBeGreaterThan(0)
            expect(Math.abs(shown - sum(perBlock.slice(from, to)))).toBeLessThan(10)
            const middle = bounds[place + 1] ?? to
            if (middle >= to) continue
            const parts = [shownCount(cell, from, middle, roll), shownCount(cell, middle, to, roll)]
            expect(shown).toBe((parts[0] ?? 0) + (parts[1] ?? 0))
          }
        }
      }),
    )
  })

  it('never differs from another one by a group of fewer than 11, whatever weeks are compared', () => {
    let compared = 0
    fc.assert(
      fc.property(blocks, fc.infiniteStream(fc.nat(12)), (perBlock, places) => {
        const cell = cellOf(perBlock)
        const draw = () => Number(places.next().value) % (perBlock.length + 1)
        const range = (): readonly [number, number] => {
          const [one, other] = [draw(), draw()]
          return one < other ? [one, other] : [other, one]
        }
        const [first, second] = [range(), range()]
        const isShown = ([from, to]: readonly [number, number]) =>
          from < to && shownCount(cell, from, to, roll) !== null
        fc.pre(isShown(first) && isShown(second))
        const apart = perBlock.map((count, place) => {
          const inside = [first, second].map(([from, to]) => (from <= place && place < to ? 1 : 0))
          return { count, side: (inside[0] ?? 0) - (inside[1] ?? 0) }
        })
        for (const side of [1, -1]) {
          const group = apart.filter((one) => one.side === side)
          if (group.length === 0) continue
          compared += 1
          expect(sum(group.map(({ count }) => count))).toBeGreaterThanOrEqual(11)
        }
      }),
      { numRuns: 500 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})
