import { chosenOptions, type Answers } from '@/lib/instrument/answers'
import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { isOrWasUsed, usedNow } from '@/lib/instrument/conditions'
import { optionSets } from '@/lib/instrument/option-sets'
import { tools, type Tool } from '@/lib/instrument/tools'

/**
 * Which columns about age and use the files of a wave have, beside those that every file has: whether these tools are used now.
 * In the order of the questionnaire, each once.
 */
export interface Scheme {
  readonly tools: readonly Tool[]
}

/** A column of a scheme: what somebody else may know of a person, coarsely. */
export interface SchemeColumn {
  readonly id: 'ageBand' | 'anyUse' | 'conversationalAiUse' | `usedNow.${Tool}`
  /** What it can say, in the order of its codes, from 1. */
  readonly values: readonly string[]
  /** What it says of a person; null where the person did not say enough, code 0. */
  readonly valueOf: (answers: Answers) => string | null
}

const usageOf = (answers: Answers, tool: Tool): string | undefined => answers[`usage.${tool}`]
const isOneOf = (options: readonly string[], option: string | undefined) =>
  option !== undefined && options.includes(option)

const ageBand: SchemeColumn = {
  id: 'ageBand',
  values: optionSets.ageBand,
  valueOf: (answers) => chosenOptions(answers, 'ageBand')[0] ?? null,
}

/** "Never" needs an answer about each tool: who left one out may use that one. */
const anyUse: SchemeColumn = {
  id: 'anyUse',
  values: ['now', 'past', 'never'],
  valueOf: (answers) => {
    const usage = tools.map((tool) => usageOf(answers, tool))
    if (usage.some((option) => isOneOf(usedNow, option))) return 'now'
    if (usage.some((option) => isOneOf(isOrWasUsed, option))) return 'past'
    return usage.includes(undefined) ? null : 'never'
  },
}

/** Some questions are put to those who ever used conversational AI: the file tells that anyway. */
const conversationalAiUse: SchemeColumn = {
  id: 'conversationalAiUse',
  values: ['ever', 'never'],
  valueOf: (answers) => {
    const option = usageOf(answers, 'conversationalAi')
    if (option === undefined) return null
    return isOneOf(isOrWasUsed, option) ? 'ever' : 'never'
  },
}

const usedNowColumn = (tool: Tool): SchemeColumn => ({
  id: `usedNow.${tool}`,
  values: ['yes', 'no'],
  valueOf: (answers) => {
    const option = usageOf(answers, tool)
    if (option === undefined) return null
    return isOneOf(usedNow, option) ? 'yes' : 'no'
  },
})

/** The columns of a scheme, in the order in which they stand in its files. */
export function schemeColumns(scheme: Scheme): readonly SchemeColumn[] {
  return [ageBand, anyUse, conversationalAiUse, ...scheme.tools.map(usedNowColumn)]
}

/** The items that a file gives as they were answered: all that are sensitive. */
export const fileItems: readonly CatalogueItem[] = items.filter(
  ({ disclosure }) => disclosure === 'sensitive',
)
