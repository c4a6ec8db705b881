import { everyone, type Predicate } from '@/lib/comparison/predicates'
import { usesNow } from '@/lib/comparison/usage'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { exclusiveOptions, type OptionOf, type OptionSetId } from '@/lib/instrument/option-sets'
import { tools } from '@/lib/instrument/tools'

/** One way to answer one item, and how likely it is beside the others before the figures are looked at. */
export interface Choice {
  /** The answer to that item and nothing else; empty where the item does not apply. */
  readonly answers: Answers
  readonly weight: number
}

type Leanings = { readonly [Set in OptionSetId]?: Readonly<Partial<Record<OptionOf<Set>, number>>> }

/** Options that are chosen more often than the others of their set, by how much. Made up: no figure tells. */
const leanings: Leanings = {
  usage: { occasional: 2, never: 12 },
  agreement: { ratherYes: 2, ratherNo: 3, notAtAll: 2 },
  yesNo: { yes: 2, no: 3 },
  riskLevel: { low: 2, moderate: 3, high: 3, veryHigh: 2 },
}

const choice = (item: CatalogueItem, answer: string | readonly string[], weight: number): Choice => ({
  answers: Object.fromEntries([[item.id, answer]]),
  weight,
})

/** Those who use the tool that an item is about; everyone where it is about none. */
export function usersOf(item: CatalogueItem): Predicate {
  const tool = tools.find((known) => known === item.step)
  return tool === undefined ? everyone : usesNow(tool)
}

/** Who uses a tool agrees more: each further option of the scale counts half as much. */
function singleChoices(item: CatalogueItem, answers: Answers): readonly Choice[] {
  const leaning = new Map<string, number>(Object.entries(leanings[item.optionSet] ?? {}))
  const users = usersOf(item)
  const fading = users !== everyone && users.test(answers) === true ? 0.5 : 1
  let factor = 1
  return optionsOf(item).map((option) => {
    const weight = (leaning.get(option) ?? 1) * factor
    factor *= fading
    return choice(item, option, weight)
  })
}

/** Every set of options, as likely as if people ticked each by itself and one on average; the empty set is `none`. */
function multipleChoices(item: CatalogueItem): readonly Choice[] {
  const alone = optionsOf(item).filter((option) => exclusiveOptions.has(option))
  const shared = optionsOf(item).filter((option) => !exclusiveOptions.has(option))
  let sets: readonly { readonly chosen: readonly string[]; readonly weight: number }[] = [
    { chosen: [], weight: 1 },
  ]
  for (const option of shared) {
    sets = sets.flatMap(({ chosen, weight }) => [
      { chosen, weight: weight * (1 - 1 / shared.length) },
      { chosen: [...chosen, option], weight: weight / shared.length },
    ])
  }
  return sets.flatMap(({ chosen, weight }) =>
    chosen.length > 0
      ? [choice(item, chosen, weight)]
      : alone.map((option) => choice(item, [option], weight / alone.length)),
  )
}

/** The ways in which a person who gave these answers may answer an item that applies. */
export function choicesOf(item: CatalogueItem, answers: Answers): readonly Choice[] {
  return item.kind === 'multiple' ? multipleChoices(item) : singleChoices(item, answers)
}
