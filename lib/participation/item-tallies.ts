import type { ByAgeGroup } from '@/lib/anonymisation/age-groups'
import { chosenOptions, optionsOf, type Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import type { Counts } from './counts'

/** Counts the people who answered each item, and who chose each option, by age, one after the other. */
export interface ItemTallies {
  /** Counts one person's answers, all of which apply. */
  readonly add: (answers: Answers) => void
  readonly counts: () => Counts['cells']
}

const nobody = (): { -readonly [Group in keyof ByAgeGroup]: number } => ({
  under35: 0,
  from35: 0,
  unanswered: 0,
})

export function createItemTallies(): ItemTallies {
  const tallies = items.map((item) => ({
    id: item.id,
    answered: nobody(),
    chosen: new Map(optionsOf(item).map((option) => [option, nobody()])),
  }))
  return {
    add: (answers) => {
      const ageGroup = answers.ageBand ?? 'unanswered'
      for (const { id, answered, chosen } of tallies) {
        const options = chosenOptions(answers, id)
        if (options.length > 0) answered[ageGroup] += 1
        for (const option of options) {
          const tally = chosen.get(option)
          if (tally) tally[ageGroup] += 1
        }
      }
    },
    counts: () => {
      const cells = tallies.map(({ id, answered, chosen }) => [
        id,
        { answered, chosen: Object.fromEntries(chosen) },
      ])
      return structuredClone(Object.fromEntries(cells)) as Counts['cells']
    },
  }
}
