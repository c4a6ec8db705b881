import type { OptionSetId } from './option-sets'
import { isItemId, itemById } from './catalogue'

/** Ids that were part of the instrument once, and stand in responses that were stored then. None is given a new meaning. */
export interface Withdrawn {
  readonly items: readonly string[]
  readonly options: Readonly<Partial<Record<OptionSetId, readonly string[]>>>
}

export const withdrawn: Withdrawn = {
  items: [],
  options: {},
}

/**
 * Stored answers without what was withdrawn since, to be parsed as those of today. An answer of which no option is left is
 * left out. Ids that were never part of the instrument stay, for the parser to refuse.
 */
export function withoutWithdrawn(
  stored: Readonly<Record<string, unknown>>,
  { items, options }: Withdrawn = withdrawn,
): Readonly<Record<string, unknown>> {
  // Millions of responses are read, and most often nothing was withdrawn.
  if (items.length === 0 && Object.keys(options).length === 0) return stored
  const left = Object.entries(stored).flatMap(([id, answer]) => {
    if (items.includes(id)) return []
    const gone: readonly unknown[] = isItemId(id) ? (options[itemById(id).optionSet] ?? []) : []
    if (!Array.isArray(answer)) return gone.includes(answer) ? [] : [[id, answer]]
    const kept = answer.filter((option) => !gone.includes(option))
    return kept.length === 0 && answer.length > 0 ? [] : [[id, kept]]
  })
  return Object.fromEntries(left) as Record<string, unknown>
}
