import type { Tool } from '@/lib/instrument/tools'
import type { CatalogueItem } from '@/lib/instrument/catalogue'
import type { SchemeColumn } from '@/lib/disclosure/microdata/scheme'
import { chosenness } from './codes'
import { columnValues, type Column, type Variable } from './variables'
import type { LanguageWords } from './words'

/** A word about an item, `undefined` where there is none. */
export function itemWord(id: string, leaf: 'question' | 'label', words: LanguageWords): string | undefined {
  let node: LanguageWords['items'] | string | undefined = words.items
  for (const step of [...id.split('.'), leaf]) node = typeof node === 'object' ? node[step] : undefined
  return typeof node === 'string' ? node : undefined
}

function known(word: string | undefined, of: string): string {
  if (word === undefined) throw new Error(`no words for ${of}`)
  return word
}

/** What is said of a column of the scheme: what it is called, what it means, and what each of its values is called. */
interface SchemeWords {
  readonly label: string
  readonly meaning: string
  readonly valueOf: (id: string) => string
}

function schemeWords({ id }: SchemeColumn, words: LanguageWords): SchemeWords {
  if (id === 'ageBand') {
    return {
      label: known(itemWord(id, 'label', words), id),
      meaning: known(itemWord(id, 'question', words), id),
      valueOf: (value) => known(words.options.ageBand[value], value),
    }
  }
  const [kind = '', tool] = id.split('.')
  const own = words.export.scheme[kind as keyof LanguageWords['export']['scheme']]
  const { label, meaning, ...values } = own
  const said: Readonly<Record<string, string>> = values
  return {
    label: tool === undefined ? label : `${label} – ${words.toolLabels[tool as Tool]}`,
    meaning,
    valueOf: (value) => known(said[value], `${value} of ${id}`),
  }
}

const wordsOf = (field: Variable['field'], words: LanguageWords): SchemeWords =>
  'column' in field ? schemeWords(field.column, words) : itemWords(field.item, words)

function itemWords({ id, optionSet }: CatalogueItem, words: LanguageWords): SchemeWords {
  return {
    label: known(itemWord(id, 'label', words), id),
    meaning: known(itemWord(id, 'question', words), id),
    valueOf: (option) => known(words.options[optionSet][option], `the option ${option} of ${id}`),
  }
}

/** A variable in a few words. */
export const labelOf = ({ field }: Variable, words: LanguageWords) => wordsOf(field, words).label

/** The question as it is asked, or what a column of the scheme means. */
export const questionOf = ({ field }: Variable, words: LanguageWords) => wordsOf(field, words).meaning

/** The words of an answer. */
export const answerLabel = ({ field }: Variable, id: string, words: LanguageWords) =>
  wordsOf(field, words).valueOf(id)

/** A column in a few words: the variable, and the option that a column of a multiple choice is about. */
export function columnLabel({ variable, option }: Column, words: LanguageWords): string {
  const label = labelOf(variable, words)
  return option === null ? label : `${label} – ${answerLabel(variable, option, words)}`
}

/** The words of the values of a column, in the order of `columnValues`. */
export function valueLabels(column: Column, words: LanguageWords): readonly string[] {
  if (column.option !== null) return chosenness.map(({ id }) => words.export[id])
  return columnValues(column).map(({ id }) => answerLabel(column.variable, id, words))
}

/** Whom an item is asked of; null for a column of the scheme, which is not asked. */
export function conditionLabel({ field }: Variable, words: LanguageWords): string | null {
  if ('column' in field) return null
  const { shownWhen } = field.item
  return shownWhen === null
    ? words.export.codebook.everyone
    : known(words.conditions[shownWhen.id], shownWhen.id)
}
