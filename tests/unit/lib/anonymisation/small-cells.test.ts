import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  hasSmallCell,
  populationsShown,
  smallestCell,
  totalOf,
  type Atom,
} from '@/lib/anonymisation/small-cells'

const atom = (populations: readonly string[], trueCount: number, falseCount: number): Atom => ({
  populations,
  trueCount,
  falseCount,
})

test('11 people may be shown, fewer and nobody may not', () => {
  expect(smallestCell).toBe(11)
  expect([hasSmallCell([11, 200]), hasSmallCell([10, 200]), hasSmallCell([11, 0])]).toEqual([
    false,
    true,
    true,
  ])
  expect(hasSmallCell([])).toBe(false)
})

describe('worked by hand', () => {
  const ages = ['french', 'under_35', '35_and_over']

  test('a group is hidden, and its complement with it', () => {
    // Under 35, 10 do: shown beside all, 90 others would be told to be 80 of them.
    const atoms = [atom(['french', 'under_35'], 10, 30), atom(['french', '35_and_over'], 80, 90)]
    expect(populationsShown(atoms, ages)).toEqual(['french'])
  })

  test('both are shown when nobody is left between them', () => {
    const atoms = [atom(['french', 'under_35'], 11, 30), atom(['french', '35_and_over'], 80, 90)]
    expect(populationsShown(atoms, ages)).toEqual(ages)
  })

  test('a few who did not say their age let only one of the two groups be shown', () => {
    const atoms = [
      atom(['french', 'under_35'], 40, 30),
      atom(['french', '35_and_over'], 80, 90),
      atom(['french'], 1, 2),
    ]
    expect(populationsShown(atoms, ages)).toEqual(['french', 'under_35'])
    expect(populationsShown(atoms, ages.toReversed())).toEqual(['35_and_over', 'under_35'])
  })

  test('those in no shown group do not matter, since no total holds them', () => {
    const atoms = [atom(['under_35'], 40, 30), atom(['35_and_over'], 80, 90), atom(['regular'], 1, 0)]
    expect(populationsShown(atoms, ['under_35', '35_and_over', 'regular'])).toEqual([
      'under_35',
      '35_and_over',
    ])
  })

  test('a group in which nobody is tells of nobody', () => {
    const atoms = [atom(['french', 'under_35'], 40, 30), atom(['french'], 0, 0)]
    expect(populationsShown(atoms, ages)).toEqual(ages)
  })

  test('a small group does not keep a later one from being shown', () => {
    const atoms = [atom(['regular'], 5, 30), atom(['intend'], 50, 30)]
    expect(populationsShown(atoms, ['regular', 'intend'])).toEqual(['intend'])
  })

  test('too few for whom it is false count as too few for whom it is true do', () => {
    expect(populationsShown([atom(['french'], 100, 10)], ['french'])).toEqual([])
    expect(populationsShown([atom(['french'], 100, 0)], ['french'])).toEqual([])
    expect(populationsShown([atom(['french'], 100, 11)], ['french'])).toEqual(['french'])
  })

  test('a group that a larger number hides makes no room for another one', () => {
    const atoms = [
      atom(['french', 'under_35'], 14, 30),
      atom(['french', '35_and_over'], 80, 90),
      atom(['french'], 3, 2),
    ]
    expect(populationsShown(atoms, ages, 14)).toEqual(['french', 'under_35'])
    // Less those under 35, whom the smaller number shows, those over 35 would leave 3 and 2 people.
    expect(populationsShown(atoms, ages, 15)).toEqual(['french'])
  })

  test('atoms of one membership are taken together', () => {
    // Who uses it regularly is no longer told apart from the others once that group is hidden.
    const atoms = [atom(['french'], 8, 40), atom(['french', 'regular'], 8, 0)]
    expect(populationsShown(atoms, ['french', 'regular'])).toEqual(['french'])
    expect(totalOf(atoms, 'french')).toEqual({ trueCount: 16, falseCount: 40 })
    expect(totalOf(atoms, 'under_35')).toEqual({ trueCount: 0, falseCount: 0 })
  })
})

const populations = ['a', 'b', 'c', 'd']
const memberships = Array.from({ length: 15 }, (_, index) =>
  populations.filter((_population, place) => Math.floor((index + 1) / 2 ** place) % 2 === 1),
)
// Mostly large enough, so that several populations are shown and there is something to subtract.
const arbitraryCount = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 11, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 10 }) },
)
const arbitraryAtoms = fc
  .subarray(memberships)
  .chain((held) =>
    fc.tuple(
      ...held.map((membership) =>
        fc.tuple(arbitraryCount, arbitraryCount).map((pair) => atom(membership, ...pair)),
      ),
    ),
  )

/** Every way to add, subtract or leave out each of so many totals. */
function signedSums(length: number): number[][] {
  if (length === 0) return [[]]
  return signedSums(length - 1).flatMap((signs) => [-1, 0, 1].map((sign) => [...signs, sign]))
}

test('no adding and subtracting of shown totals singles out fewer than 11 people on one side', () => {
  fc.assert(
    fc.property(arbitraryAtoms, fc.shuffledSubarray(populations), (atoms, order) => {
      const shown = populationsShown(atoms, order)
      for (const signs of signedSums(shown.length)) {
        const weightOf = ({ populations: of }: Atom) =>
          signs.reduce((sum, sign, place) => sum + (of.includes(shown[place] ?? '') ? sign : 0), 0)
        // The attacker sets people apart where everyone counts once or not at all; seen from totals alone.
        if (!atoms.every((one) => weightOf(one) === 0 || weightOf(one) === 1)) continue
        const computed = (side: 'trueCount' | 'falseCount') =>
          signs.reduce((sum, sign, place) => sum + sign * totalOf(atoms, shown[place] ?? '')[side], 0)
        const [trueCount, falseCount] = [computed('trueCount'), computed('falseCount')]
        if (trueCount + falseCount === 0) continue
        expect(Math.min(trueCount, falseCount)).toBeGreaterThanOrEqual(11)
      }
    }),
    { numRuns: 2000 },
  )
})

test('populations are shown in the order of their importance, the first ones whatever comes after them', () => {
  fc.assert(
    fc.property(arbitraryAtoms, fc.shuffledSubarray(populations), fc.nat(3), (atoms, order, length) => {
      const shown = populationsShown(atoms, order)
      expect(order.filter((population) => shown.includes(population))).toEqual(shown)
      const first = order.slice(0, length)
      expect(populationsShown(atoms, first)).toEqual(shown.filter((population) => first.includes(population)))
    }),
  )
})

test('a larger number only hides more, and nothing smaller is told apart', () => {
  fc.assert(
    fc.property(
      arbitraryAtoms,
      fc.shuffledSubarray(populations),
      fc.integer({ min: 11, max: 40 }),
      (atoms, order, smallest) => {
        const shown = populationsShown(atoms, order, smallest)
        expect(populationsShown(atoms, order, smallest - 1)).toEqual(expect.arrayContaining([...shown]))
        for (const population of shown) {
          const { trueCount, falseCount } = totalOf(atoms, population)
          if (trueCount + falseCount > 0) {
            expect(Math.min(trueCount, falseCount)).toBeGreaterThanOrEqual(smallest)
          }
        }
      },
    ),
  )
})

test('large groups are all shown', () => {
  fc.assert(
    fc.property(arbitraryAtoms, (atoms) => {
      const large = atoms.map((one) => ({
        ...one,
        trueCount: one.trueCount + 11,
        falseCount: one.falseCount + 11,
      }))
      expect(populationsShown(large, populations)).toEqual(populations)
    }),
  )
})
