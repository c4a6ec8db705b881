import { optionsOf, type Answers } from './answers'
import { items, type ItemId } from './catalogue'

/** What "prefer not to say" sends: no option, and therefore no answer. */
export const preferNotToSay = ''

/** Answers in the making: for each item the values chosen, `preferNotToSay` among them. Never leaves the tab. */
export type Draft = Readonly<Partial<Record<ItemId, readonly string[]>>>

/**
 * A draft from anything: an object of item id to a list of values, as read from a form or from storage. Items and
 * values that the catalogue does not know are left out. Never throws.
 */
export function draftFrom(input: unknown): Draft {
  if (typeof input !== 'object' || input === null) return {}
  const given = new Map<string, unknown>(Object.entries(input))
  return Object.fromEntries(
    items.flatMap((item) => {
      const values = given.get(item.id)
      if (!Array.isArray(values)) return []
      const known = [...optionsOf(item), preferNotToSay].filter((value) => values.includes(value))
      const kept = item.kind === 'single' ? known.slice(0, 1) : known
      return kept.length > 0 ? [[item.id, kept]] : []
    }),
  )
}

/** The answers that a draft holds: what was chosen, without "prefer not to say". */
export function answersOf(draft: Draft): Answers {
  return Object.fromEntries(
    items.flatMap((item) => {
      const chosen = (draft[item.id] ?? []).filter((value) => value !== preferNotToSay)
      if (chosen.length === 0) return []
      return [[item.id, item.kind === 'single' ? chosen[0] : chosen]]
    }),
  )
}

/** The draft that holds these answers and nothing else. */
export function draftOf(answers: Answers): Draft {
  return draftFrom(Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, [answer].flat()])))
}
