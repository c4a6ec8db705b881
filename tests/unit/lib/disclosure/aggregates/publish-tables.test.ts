import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemCounts } from '@/lib/counts/item-counts'
import { bands, columns, sharePercentOf } from '@/lib/disclosure/aggregates/edition-tables'
import { publishTables } from '@/lib/disclosure/aggregates/publish-tables'
import { optionsOf } from '@/lib/instrument/answers'
import { itemById, type ItemId } from '@/lib/instrument/catalogue'
import { runs } from '@/tests/support/runs'

const counted = (
  item: ItemId,
  counts: readonly (readonly [number, number])[],
  more: Partial<ItemCounts> = {},
): ItemCounts => {
  const sum = (place: 0 | 1) => counts.reduce((all, each) => all + each[place], 0)
  return {
    item,
    population: null,
    answered: { under35: sum(0), from35: sum(1) },
    chosen: optionsOf(itemById(item)).map((option, place) => ({
      option,
      counts: { under35: counts[place]?.[0] ?? 0, from35: counts[place]?.[1] ?? 0 },
    })),
    isPartlyAsked: false,
    ...more,
  }
}

/** Always down. */
const down = () => 0.999
const whole = (band: number) => [band, band] as const

describe('a table', () => {
  it('has the sum of the rounded options as its base, and that of both bands', () => {
    const [table] = publishTables(
      [
        counted('intend.any', [
          [23, 61],
          [44, 52],
          [31, 78],
        ]),
      ],
      11,
      down,
    )
    expect(table).toEqual({
      item: 'intend.any',
      population: null,
      base: { under35: 90, from35: 185, both: 275 },
      options: [
        { option: 'yes', counts: { under35: 20, from35: 60, both: 80 } },
        { option: 'no', counts: { under35: 40, from35: 50, both: 90 } },
        { option: 'dontKnow', counts: { under35: 30, from35: 75, both: 105 } },
      ],
    })
  })

  it('rounds how many answered apart from the options where several can be chosen', () => {
    const purposes = counted('aiPurposes', [whole(41), whole(52), whole(63), whole(24)], {
      answered: { under35: 99, from35: 88 },
    })
    const [table] = publishTables([purposes], 11, down)
    expect(table?.base).toEqual({ under35: 95, from35: 85, both: 180 })
  })

  it('suppresses both bands and their sum', () => {
    const [table] = publishTables(
      [
        counted('intend.any', [
          [200, 12],
          [90, 300],
          [80, 200],
        ]),
      ],
      11,
      down,
    )
    expect(table?.options.map(({ counts }) => counts.both)).toEqual([null, 390, null])
    expect(table?.options[0]?.counts).toEqual({ under35: null, from35: null, both: null })
  })

  it('suppresses everything, its base too, where too few answered', () => {
    const [table] = publishTables(
      [
        counted('intend.any', [
          [3, 300],
          [3, 200],
          [3, 100],
        ]),
      ],
      11,
      down,
    )
    for (const { counts } of table?.options ?? []) expect(Object.values(counts)).toEqual([null, null, null])
    expect(table?.base).toEqual({ under35: null, from35: null, both: null })
  })

  it('asks for a larger number where owners raised the smallest group', () => {
    const counts = [counted('intend.any', [whole(20), whole(90), whole(80)])]
    expect(publishTables(counts, 11, down)[0]?.options[0]?.counts.both).toBe(40)
    expect(publishTables(counts, 20, down)[0]?.options[0]?.counts.both).toBeNull()
  })
})

it('the ages are the bands themselves', () => {
  const ages = counted(
    'ageBand',
    [
      [123, 0],
      [0, 77],
    ],
    { answered: { under35: 123, from35: 77 } },
  )
  expect(publishTables([ages], 11, down)).toEqual([
    {
      item: 'ageBand',
      population: null,
      base: { under35: 120, from35: 75, both: 195 },
      options: [
        { option: 'under35', counts: { under35: 120, from35: null, both: 120 } },
        { option: 'from35', counts: { under35: null, from35: 75, both: 75 } },
      ],
    },
  ])
})

it('a question that was added is published once a hundred have answered it', () => {
  const table = (people: number) =>
    publishTables(
      [
        counted(
          'intend.any',
          [
            [people, 20],
            [20, 20],
            [0, 0],
          ],
          { isPartlyAsked: true },
        ),
      ],
      11,
      down,
    )
  expect(table(39)).toHaveLength(0)
  expect(table(40)).toHaveLength(1)
})

const arbitraryCounts = fc
  .array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 })), { minLength: 3, maxLength: 3 })
  .map((counts) => counted('intend.any', counts))
const arbitraryRandom = fc.infiniteStream(fc.double({ min: 0, max: 0.999_999, noNaN: true }))

it('shows nothing of fewer than eleven people, and multiples of five only', () => {
  fc.assert(
    fc.property(arbitraryCounts, arbitraryRandom, (counts, stream) => {
      const random = () => Number(stream.next().value)
      const [table] = publishTables([counts], 11, random)
      for (const [place, { counts: shown }] of (table?.options ?? []).entries()) {
        for (const column of columns) {
          const number = shown[column]
          if (number === null) continue
          expect(number % 5).toBe(0)
        }
        for (const band of bands) {
          const exact = counts.chosen[place]?.counts[band] ?? 0
          if (shown[band] === null) continue
          expect(exact).toBeGreaterThanOrEqual(11)
          expect(counts.answered[band] - exact === 0 || counts.answered[band] - exact >= 11).toBe(true)
        }
      }
    }),
    { numRuns: runs(500) },
  )
})

describe('a share', () => {
  it.each([
    [20, 80, 25],
    [null, 80, null],
    [20, null, null],
    [20, 45, null],
    [20, 50, 40],
  ])('%s of %s: %s', (count, base, share) => {
    expect(sharePercentOf(count, base)).toBe(share)
  })
})
