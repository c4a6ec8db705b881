import { columnLabel, valueLabels } from './labels'
import { columnValues, type Column } from './variables'
import { inEach, type ExportWords } from './words'

/** What a script that loads the coded responses needs to know of a column. */
export interface DescribedVariable {
  readonly name: string
  /** The codes of its answers, without those of missing values. */
  readonly codes: readonly number[]
  /** In each language. */
  readonly label: Readonly<Record<string, string>>
  /** The words of the answers, in the order of the codes, in each language. */
  readonly answers: Readonly<Record<string, readonly string[]>>
}

export function describedVariables(
  columns: readonly Column[],
  words: ExportWords,
): readonly DescribedVariable[] {
  return columns.map((column) => ({
    name: column.name,
    codes: columnValues(column).map(({ code }) => code),
    label: inEach(words, (language) => columnLabel(column, language)),
    answers: inEach(words, (language) => valueLabels(column, language)),
  }))
}
