import fc from 'fast-check'
import { expect, it } from 'vitest'
import { membership, type PopulationCode } from '@/lib/comparison/populations'
import { createItemTally } from '@/lib/counts/item-tally'
import { chosenOptions, optionsOf, type Answers } from '@/lib/instrument/answers'
import { itemById, items, type ItemId } from '@/lib/instrument/catalogue'
import { optionSets } from '@/lib/instrument/option-sets'
import { tools } from '@/lib/instrument/tools'
import { isShown } from '@/lib/instrument/visibility'
import { notAsked, packedItems, setPackedCode } from '@/lib/records/packed-answers'
import { arbitraryAnswers } from '@/tests/support/arbitrary-answers'
import { packed } from '@/tests/support/packed'
import { publishedFigures } from '@/tests/support/published-figures'

const bands = optionSets.ageBand

function tallyOf(people: readonly Answers[]) {
  const tally = createItemTally(publishedFigures)
  for (const answers of people) tally.add(packed(answers), 0)
  return tally
}

/** The tool that an item is about. */
const toolOf = (item: ItemId) => tools.find((tool) => item.endsWith(`.${tool}`)) ?? null

function isMember(population: PopulationCode | null, item: ItemId, answers: Answers): boolean {
  return population === null || membership(population, toolOf(item))?.test(answers) === true
}

it('counts exactly those of each band who answered, and who chose each option', () => {
  fc.assert(
    fc.property(fc.array(arbitraryAnswers, { maxLength: 20 }), (people) => {
      const tally = tallyOf(people)
      expect(tally.count()).toBe(people.filter(({ ageBand }) => ageBand !== undefined).length)
      for (const { item, population, answered, chosen, isPartlyAsked } of tally.counts()) {
        const { id } = itemById(item)
        for (const band of bands) {
          const asked = people.filter(
            (answers) =>
              answers.ageBand === band && isShown(itemById(id), answers) && isMember(population, id, answers),
          )
          const count = (fits: (options: readonly string[]) => boolean) =>
            asked.filter((answers) => fits(chosenOptions(answers, id))).length
          expect(answered[band]).toBe(count((options) => options.length > 0))
          for (const { option, counts } of chosen) {
            expect(counts[band]).toBe(count((options) => options.includes(option)))
          }
        }
        expect(chosen.map(({ option }) => option)).toEqual(optionsOf(itemById(item)))
        expect(isPartlyAsked).toBe(false)
      }
    }),
  )
})

it('counts every item among all, and one more population where a figure was published for users of a tool', () => {
  const counts = tallyOf([]).counts()
  expect(counts.filter(({ population }) => population === null).map(({ item }) => item)).toEqual(
    items.map(({ id }) => id),
  )
  expect(counts.flatMap(({ item, population }) => (population === null ? [] : [[item, population]]))).toEqual(
    [
      ['trust.appointmentPlatforms', 'current_users_of_it'],
      ['effectiveness.appointmentPlatforms', 'current_users_of_it'],
      ['effectiveness.conversationalAi', 'regular_users_of_it'],
      ['effectiveness.socialNetworks', 'regular_users_of_it'],
    ],
  )
})

it('notices a question that some were not asked, and counts them nowhere in it', () => {
  const tally = createItemTally(publishedFigures)
  const bytes = packed({ ageBand: 'under35', humanSupport: 'ratherYes' })
  tally.add(bytes, 0)
  for (const placed of packedItems) {
    if (placed.item.id === 'humanSupport') setPackedCode(bytes, 0, placed, notAsked.single)
  }
  tally.add(bytes, 0)
  const found = tally.counts().find(({ item }) => item === 'humanSupport')
  expect(found).toMatchObject({ answered: { under35: 1, from35: 0 }, isPartlyAsked: true })
  expect(tally.counts().filter(({ isPartlyAsked }) => isPartlyAsked)).toHaveLength(1)
})
