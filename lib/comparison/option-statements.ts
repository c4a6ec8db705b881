import { optionsOf, type Answers } from '@/lib/instrument/answers'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { optionSets } from '@/lib/instrument/option-sets'
import type { Tool } from '@/lib/instrument/tools'
import { isShown } from '@/lib/instrument/visibility'
import { populationOf } from './compare'
import type { Figure } from './figures'
import { indicatorOf } from './indicators'
import type { Predicate } from './predicates'
import { countedTruthOf } from './truth'

/** A statement of a figure that is true of all who chose one of some options of an item, and false of others who answered it. */
export interface OptionStatement {
  readonly figure: Pick<Figure, 'indicator' | 'population'>
  readonly tool: Tool | null
  /** In the order of the catalogue. */
  readonly trueOptions: readonly string[]
  /** Everyone who was asked the item belongs to the figure's population. */
  readonly isOfEveryone: boolean
  /** Those who were not asked the item count as false, or might: more people than chose the other options. */
  readonly hasOthers: boolean
}

/** Answers of people who are asked an item: the condition's items all have the same option. Without a condition, none. */
function waysToBeAsked(item: CatalogueItem): readonly Answers[] {
  const { shownWhen } = item
  if (shownWhen === null) return [{}]
  return optionSets.usage
    .map((option): Answers => Object.fromEntries(shownWhen.of.map((id) => [id, option])))
    .filter((answers) => isShown(item, answers))
}

/** What the published figures state of the options of an item, in the order of the figures. */
export function optionStatements(
  item: CatalogueItem,
  figures: readonly Pick<Figure, 'indicator' | 'population' | 'timeFrame'>[],
): readonly OptionStatement[] {
  const ways = waysToBeAsked(item)
  const truths = (predicate: Predicate, option: string) => {
    const answer = item.kind === 'single' ? option : [option]
    return new Set(ways.map((answers) => predicate.test({ ...answers, [item.id]: answer })))
  }
  const isAlways = (truth: boolean, predicate: Predicate) => (option: string) => {
    const found = truths(predicate, option)
    return found.size === 1 && found.has(truth)
  }
  const readable = new Set<string>([item.id, ...(item.shownWhen?.of ?? [])])
  return figures.flatMap((figure) => {
    const indicator = indicatorOf(figure.indicator)
    return indicator.statements.flatMap((statement) => {
      const { tool } = statement
      const isTrue = countedTruthOf(statement, figure.timeFrame)
      if (!isTrue.reads.includes(item.id) || !isTrue.reads.every((id) => readable.has(id))) return []
      const options = optionsOf(item)
      const trueOptions = options.filter(isAlways(true, isTrue))
      if (!options.every((option) => trueOptions.includes(option) || isAlways(false, isTrue)(option)))
        return []
      const population = populationOf(figure, indicator, statement)
      const isOfEveryone = population !== null && options.every(isAlways(true, population))
      return [{ figure, tool, trueOptions, isOfEveryone, hasOthers: isTrue.reads.length > 1 }]
    })
  })
}
