import { ageGroups, type AgeGroup, type ByAgeGroup } from './age-groups'

/** Age groups that are shown by themselves; the others are shown only as a part of everyone. Empty: by age, nothing is. */
export type ShownAges = readonly AgeGroup[]

/** How many people are in these age groups. */
export function peopleIn(groups: readonly AgeGroup[], counts: ByAgeGroup): number {
  return groups.reduce((sum, group) => sum + counts[group], 0)
}

/** What can be told apart where everyone and these ages are shown: each of these, and all others together. */
export function columnsOf(ages: ShownAges): readonly (readonly AgeGroup[])[] {
  const others = ageGroups.filter((group) => !ages.includes(group))
  return [...ages.map((group) => [group]), ...(others.length > 0 ? [others] : [])]
}

/**
 * The ages that may be shown of one item or another, where so many people in all are in each age group: all of them or the
 * first band alone, where each group has `smallest` people. Else one band alone for every item, the first if it can be: two
 * items that show different bands would together tell how many left out their age. For the same reason the first one
 * goes first where shares are shown by age (`small-cells.ts`).
 */
export function possibleAges(people: ByAgeGroup, smallest: number): readonly ShownAges[] {
  if (ageGroups.every((group) => people[group] >= smallest)) return [ageGroups, ['under35']]
  const bands: readonly ShownAges[] = [['under35'], ['from35']]
  return bands
    .filter((ages) => columnsOf(ages).every((groups) => peopleIn(groups, people) >= smallest))
    .slice(0, 1)
}
