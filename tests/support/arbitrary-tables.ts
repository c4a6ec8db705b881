import fc from 'fast-check'
import { ageGroups, type ByAgeGroup } from '@/lib/anonymisation/age-groups'
import type { ItemCells } from '@/lib/anonymisation/item-cells'

/** Mostly around the threshold, sometimes nobody, sometimes many. */
export const arbitraryPeople = (smallest: number) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 0, max: smallest - 1 }) },
    { weight: 8, arbitrary: fc.integer({ min: smallest, max: 3 * smallest }) },
  )

/** So many people by age; the ages left out are few more often than not. */
const arbitraryByAge = (smallest: number): fc.Arbitrary<ByAgeGroup> =>
  fc.record({
    under35: arbitraryPeople(smallest),
    from35: arbitraryPeople(smallest),
    unanswered: fc.oneof(arbitraryPeople(smallest), fc.integer({ min: 0, max: 2 })),
  })

const option = (place: number) => `option${place}`

/** A single choice of two to five options. */
export const arbitrarySingle = (smallest: number): fc.Arbitrary<ItemCells> =>
  fc.array(arbitraryByAge(smallest), { minLength: 2, maxLength: 5 }).map((rows) => ({
    answered: Object.fromEntries(
      ageGroups.map((group) => [group, rows.reduce((sum, row) => sum + row[group], 0)]),
    ) as ByAgeGroup,
    chosen: Object.fromEntries(rows.map((row, place) => [option(place), row])),
  }))

/** A multiple choice of which each stands for itself: any option, and one that everyone chose. */
export const arbitraryMultiple = (smallest: number): fc.Arbitrary<ItemCells> =>
  fc.tuple(arbitraryByAge(smallest), arbitraryByAge(smallest)).map(([chosen, others]) => {
    const answered = Object.fromEntries(
      ageGroups.map((group) => [group, chosen[group] + others[group]]),
    ) as ByAgeGroup
    return { answered, chosen: { [option(0)]: chosen, [option(1)]: answered } }
  })

/** Sums over the options of a single choice, each within the one before it or apart from it, as those of the catalogue are. */
export const arbitrarySums: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
  )
  .map(([first, second, count, isWithin]) => {
    const places = (from: number, to: number) =>
      Array.from({ length: Math.max(0, to - from) }, (_, step) => option(from + step))
    const outer = places(0, first)
    const next = isWithin ? places(0, Math.min(first, second)) : places(first, first + second)
    const inner = isWithin ? places(0, 1) : []
    return [outer, next, inner].slice(0, count)
  })
