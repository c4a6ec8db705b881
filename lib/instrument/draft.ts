import { optionsOf, type Answers } from './answers'
import { items, type CatalogueItem, type ItemId } from './catalogue'
import { exclusiveOptions } from './option-sets'

/** What "prefer not to say" sends: no option, and therefore no answer. */
export const preferNotToSay = ''

/** Answers in the making: for each item the values chosen, `preferNotToSay` among them. Never leaves the tab. */
export type Draft = Readonly<Partial<Record<ItemId, readonly string[]>>>

/** The values that can be chosen for an item, in the order in which they are shown. */
export function choicesOf(item: CatalogueItem): readonly string[] {
  return [...optionsOf(item), preferNotToSay]
}

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
      const known = choicesOf(item).filter((value) => values.includes(value))
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

const excludesOthers = (value: string) => value === preferNotToSay || exclusiveOptions.has(value)

/**
 * The values of an item after one of them was chosen, or given up. A value that excludes the others takes their place,
 * and gives way to any of them.
 */
export function choose(
  item: CatalogueItem,
  held: readonly string[],
  value: string,
  isChosen: boolean,
): readonly string[] {
  if (!isChosen) return held.filter((each) => each !== value)
  if (item.kind === 'single' || excludesOthers(value)) return [value]
  return choicesOf(item).filter((each) => each === value || (held.includes(each) && !excludesOthers(each)))
}

/**
 * What a person holds once scripts take over a page: `held`, with what was chosen and given up on the page since the server
 * sent it with `sent` chosen. Choices of one item that exclude each other stay together, as the page shows them: which of them
 * is meant, only the person knows.
 */
export function withChoicesOnPage(held: Draft, sent: Draft, onPage: Draft): Draft {
  return Object.fromEntries(
    items.flatMap((item) => {
      const [before = [], now = []] = [sent[item.id], onPage[item.id]]
      const added = now.filter((value) => !before.includes(value))
      const left = (held[item.id] ?? []).filter((value) => now.includes(value) || !before.includes(value))
      const kept = added.reduce<readonly string[]>((values, value) => choose(item, values, value, true), left)
      const values = choicesOf(item).filter((value) => kept.includes(value) || added.includes(value))
      return values.length > 0 ? [[item.id, values]] : []
    }),
  )
}
