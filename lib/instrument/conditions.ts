import { tools } from './tools'

/**
 * When an item applies, as data: `any` of the items `of`, or `none` of them, has one of the `options` as its answer.
 * An unanswered item has none of the options. Conditions read items that are always shown.
 */
export interface Condition {
  readonly id: string
  readonly quantifier: 'any' | 'none'
  readonly of: readonly `usage.${(typeof tools)[number]}`[]
  readonly options: readonly string[]
}

export const usedNow = ['regular', 'occasional'] as const
export const isOrWasUsed = ['regular', 'occasional', 'past'] as const

const everyUsage = tools.map((tool) => `usage.${tool}` as const)

export const conditions = {
  noToolUsedNow: { id: 'noToolUsedNow', quantifier: 'none', of: everyUsage, options: usedNow },
  anyToolUsedNow: { id: 'anyToolUsedNow', quantifier: 'any', of: everyUsage, options: usedNow },
  anyToolEverUsed: { id: 'anyToolEverUsed', quantifier: 'any', of: everyUsage, options: isOrWasUsed },
  conversationalAiEverUsed: {
    id: 'conversationalAiEverUsed',
    quantifier: 'any',
    of: ['usage.conversationalAi'],
    options: isOrWasUsed,
  },
} as const satisfies Record<string, Condition>

export type ConditionId = keyof typeof conditions
