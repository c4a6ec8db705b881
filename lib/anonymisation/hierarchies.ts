import { usedNow } from '@/lib/instrument/conditions'
import type { OptionSetId } from '@/lib/instrument/option-sets'

/** What stands in an anonymised file where somebody left an item unanswered: a value like any other. */
export const unanswered = 'unanswered'

const asAnswered = <Id extends string>(id: Id) => ({ id, valueOf: (answer: string): string => answer })

const oneForAll = <Id extends string>(id: Id) => ({ id, valueOf: (): string => id })

const isUsedNow = {
  id: 'usedNow',
  valueOf: (answer: string): string => {
    if (answer === unanswered) return unanswered
    return usedNow.some((option) => option === answer) ? 'usedNow' : 'notUsedNow'
  },
} as const

/**
 * How coarsely the answers to an option set can be told, from the answers themselves to one value for all, which tells
 * nothing. Whoever is told apart at one level is told apart at all levels before it. `valueOf` takes an option or `unanswered`.
 */
export const hierarchies = {
  ageBand: [asAnswered('band'), oneForAll('all')],
  usage: [asAnswered('option'), isUsedNow, oneForAll('withheld')],
} as const satisfies Partial<
  Record<OptionSetId, readonly { readonly id: string; readonly valueOf: (answer: string) => string }[]>
>

export type LevelId = (typeof hierarchies)[keyof typeof hierarchies][number]['id']
