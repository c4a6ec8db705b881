import { codedAnswers, type CodedAnswer } from './codes'
import type { Column } from './columns'
import { answerLabel } from './labels'
import type { ItemLevel } from './record'
import type { LanguageWords } from './words'

/** The ids of what a column of a multiple choice says of its option. */
const chosenness = [
  { id: 'notChosen', code: 0 },
  { id: 'chosen', code: 1 },
] as const

/** The values that a column of coded answers can have besides missing ones: none where the release withholds the item. */
export function columnValues({ item, option }: Column, level: ItemLevel): readonly CodedAnswer[] {
  if (level === 'withheld') return []
  return option === null ? codedAnswers(item, level) : chosenness
}

/** The words of these values, in the same order. */
export function valueLabels(column: Column, level: ItemLevel, words: LanguageWords): readonly string[] {
  if (column.option === null) {
    return columnValues(column, level).map(({ id }) => answerLabel(column.item, id, words))
  }
  return level === 'withheld' ? [] : chosenness.map(({ id }) => words.export[id])
}
