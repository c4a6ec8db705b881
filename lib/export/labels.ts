import type { CatalogueItem } from '@/lib/instrument/catalogue'
import type { Column } from './columns'
import { usedNowAnswers } from './record'
import type { LanguageWords } from './words'

function itemWord(item: CatalogueItem, leaf: 'question' | 'label', words: LanguageWords): string {
  let node: LanguageWords['items'] | string | undefined = words.items
  for (const step of [...item.id.split('.'), leaf]) node = typeof node === 'object' ? node[step] : undefined
  if (typeof node !== 'string') throw new Error(`no words for the ${leaf} of ${item.id}`)
  return node
}

/** An item's question, as it is asked. */
export const questionOf = (item: CatalogueItem, words: LanguageWords) => itemWord(item, 'question', words)

/** An item in a few words. */
export const labelOf = (item: CatalogueItem, words: LanguageWords) => itemWord(item, 'label', words)

/** The words of an answer that an item can have at a level of `codedAnswers`. */
export function answerLabel(item: CatalogueItem, id: string, words: LanguageWords): string {
  const coarse = usedNowAnswers.find((answer) => answer === id)
  const label = coarse ? words.export[coarse] : words.options[item.optionSet][id]
  if (label === undefined) throw new Error(`no words for the option ${id} of ${item.id}`)
  return label
}

/** A column in a few words: the item, and the option that a column of a multiple choice is about. */
export function columnLabel({ item, option }: Column, words: LanguageWords): string {
  const label = labelOf(item, words)
  return option === null ? label : `${label} – ${answerLabel(item, option, words)}`
}

/** Whom an item is asked of. */
export function conditionLabel(item: CatalogueItem, words: LanguageWords): string {
  if (item.shownWhen === null) return words.export.codebook.everyone
  const label = words.conditions[item.shownWhen.id]
  if (label === undefined) throw new Error(`no words for the condition ${item.shownWhen.id}`)
  return label
}
