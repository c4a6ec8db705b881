import type { Tool } from '@/lib/instrument/tools'
import { chose, everyone, not, type Predicate } from './predicates'
import { everUsed, intendsToUse, usesAnyNow, usesNow, usesRegularly } from './usage'

/** The populations of the published figures, by their published codes. */
export const populationCodes = [
  'french',
  'under_35',
  '35_and_over',
  'non_or_past_users',
  'users_of_any_tool',
  'current_users_of_it',
  'regular_users_of_it',
  'intend_to_use_it',
  'ai_respondents',
] as const

export type PopulationCode = (typeof populationCodes)[number]

export function isPopulationCode(code: string): code is PopulationCode {
  return populationCodes.some((known) => known === code)
}

/** A population whose members are told apart by one tool ("users of it"), as a function of that tool. */
const ofTool: Partial<Record<PopulationCode, (tool: Tool) => Predicate>> = {
  current_users_of_it: usesNow,
  regular_users_of_it: usesRegularly,
  intend_to_use_it: intendsToUse,
}

const ofAnyTool = {
  french: everyone,
  under_35: chose('ageBand', 'under35'),
  '35_and_over': chose('ageBand', 'from35'),
  non_or_past_users: not(usesAnyNow),
  users_of_any_tool: usesAnyNow,
  ai_respondents: everUsed('conversationalAi'),
} satisfies Partial<Record<PopulationCode, Predicate>>

/**
 * Who belongs to a population, as a predicate over answers. `tool` is what "it" stands for in `…_of_it`.
 * null where the population is about a tool and none is given: such a figure cannot be compared.
 */
export function membership(population: PopulationCode, tool: Tool | null): Predicate | null {
  if (population in ofAnyTool) return ofAnyTool[population as keyof typeof ofAnyTool]
  return tool === null ? null : (ofTool[population]?.(tool) ?? null)
}
