import { chosenOptions, type Answers } from './answers'
import { items, steps, type CatalogueItem, type ItemId, type StepId } from './catalogue'
import type { Condition } from './conditions'
import { optionSets } from './option-sets'

function holds(condition: Condition, answers: Answers): boolean {
  const found = condition.of.some((id) =>
    chosenOptions(answers, id).some((option) => condition.options.includes(option)),
  )
  return condition.quantifier === 'any' ? found : !found
}

/** Whether an item applies to a person who gave these answers. */
export function isShown(item: CatalogueItem, answers: Answers): boolean {
  return item.shownWhen === null || holds(item.shownWhen, answers)
}

/** The steps that have at least one item to ask, in order. */
export function shownSteps(answers: Answers): readonly StepId[] {
  return steps.filter((step) => items.some((item) => item.step === step && isShown(item, answers)))
}

/** The same answers without those to items that do not apply. */
export function applicableAnswers(answers: Answers): Answers {
  const shown = new Set<string>(items.filter((item) => isShown(item, answers)).map((item) => item.id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => shown.has(id)))
}

/** The largest number of items that one person can be asked, over every combination of the answers that decide it. */
export function largestItemCount(): number {
  const deciding = [...new Set<ItemId>(items.flatMap((item) => item.shownWhen?.of ?? []))]
  let combinations: Answers[] = [{}]
  for (const id of deciding) {
    combinations = combinations.flatMap((answers) =>
      optionSets.usage.map((option) => ({ ...answers, [id]: option })),
    )
  }
  return Math.max(...combinations.map((answers) => items.filter((item) => isShown(item, answers)).length))
}
