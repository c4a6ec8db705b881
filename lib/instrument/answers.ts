import type { CatalogueItem, ItemId } from './catalogue'
import { optionSets, type OptionOf } from './option-sets'

/**
 * One person's answers: an option id for a single choice, a non-empty list of option ids for a multiple choice.
 * An item that is absent is unanswered: skipped, or answered with "prefer not to say".
 */
export type Answers = {
  readonly [Entry in CatalogueItem as Entry['id']]?: Entry['kind'] extends 'multiple'
    ? readonly OptionOf<Entry['optionSet']>[]
    : OptionOf<Entry['optionSet']>
}

/** The option ids chosen for an item: none when it is unanswered, one for a single choice. */
export function chosenOptions(answers: Answers, id: ItemId): readonly string[] {
  const answer = answers[id]
  if (answer === undefined) return []
  return typeof answer === 'string' ? [answer] : answer
}

/** The option ids that can be chosen for an item, in the order in which they are shown. */
export function optionsOf(item: CatalogueItem): readonly string[] {
  return optionSets[item.optionSet]
}
