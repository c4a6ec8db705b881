import { chosenOptions, type Answers } from './answers'
import { itemById, items, steps, type CatalogueItem, type ItemId, type StepId } from './catalogue'
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

/** The steps that lie ahead of somebody who has not answered everything. */
export interface StepsAhead {
  /** Those that some answers to the open steps would make apply; in order, as the others. */
  readonly possible: readonly StepId[]
  /** Those that apply whatever is answered in the open steps. */
  readonly certain: readonly StepId[]
}

/** Which steps may still apply to a person who gave these answers and can answer the `open` steps in any way. */
export function stepsAhead(answers: Answers, open: ReadonlySet<StepId>): StepsAhead {
  const isOpen = (id: ItemId) => open.has(itemById(id).step)
  const verdicts = (step: StepId) =>
    items
      .filter((item) => item.step === step)
      .map(({ shownWhen }) => shownWhen === null || holdsWhatever(shownWhen, answers, isOpen))
  return {
    possible: steps.filter((step) => verdicts(step).some((verdict) => verdict !== false)),
    certain: steps.filter((step) => verdicts(step).includes(true)),
  }
}

/** Whether a condition holds whatever is answered to the open items; null: that depends on them. */
function holdsWhatever(
  condition: Condition,
  answers: Answers,
  isOpen: (id: ItemId) => boolean,
): boolean | null {
  const decided = condition.of.filter((id) => !isOpen(id))
  const isFound = holds({ ...condition, quantifier: 'any', of: decided }, answers)
  if (!isFound && decided.length < condition.of.length) return null
  return condition.quantifier === 'any' ? isFound : !isFound
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
