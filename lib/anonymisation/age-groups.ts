import { optionSets } from '@/lib/instrument/option-sets'

/** The groups in which people are counted by age: the options of the item `ageBand`, and those who left it unanswered. */
export const ageGroups = [...optionSets.ageBand, 'unanswered'] as const
export type AgeGroup = (typeof ageGroups)[number]

/** A number of people in each age group. */
export type ByAgeGroup = Readonly<Record<AgeGroup, number>>
