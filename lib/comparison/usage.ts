import { isOrWasUsed, usedNow } from '@/lib/instrument/conditions'
import { tools, type Tool } from '@/lib/instrument/tools'
import { anyOf, chose, type Predicate } from './predicates'

/** The person uses the tool now: regularly or occasionally. */
export const usesNow = (tool: Tool): Predicate => chose(`usage.${tool}`, ...usedNow)

/** The person uses the tool, or used it in the past. */
export const everUsed = (tool: Tool): Predicate => chose(`usage.${tool}`, ...isOrWasUsed)

export const usesRegularly = (tool: Tool): Predicate => chose(`usage.${tool}`, 'regular')

export const intendsToUse = (tool: Tool): Predicate => chose(`usage.${tool}`, 'intend')

export const usesAnyNow = anyOf(...tools.map(usesNow))

export const everUsedAny = anyOf(...tools.map(everUsed))

export const intendsToUseAny = anyOf(...tools.map(intendsToUse))
