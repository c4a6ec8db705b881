import { inEachLanguage } from '@/lib/i18n/locales'
import { columnValues, valueLabels } from './column-values'
import { answerColumns } from './columns'
import { columnLabel } from './labels'
import type { ReleaseLevels } from './record'
import type { ExportLanguage, ExportWords } from './words'

/** What a script that loads the coded responses needs to know of a column. */
export interface DescribedVariable {
  readonly name: string
  /** The codes of its answers, without those of missing values. */
  readonly codes: readonly number[]
  readonly label: Readonly<Record<ExportLanguage, string>>
  /** The words of the answers, in the order of the codes. */
  readonly answers: Readonly<Record<ExportLanguage, readonly string[]>>
}

export function describedVariables(levels: ReleaseLevels, words: ExportWords): readonly DescribedVariable[] {
  return answerColumns.map((column) => {
    const level = levels[column.item.id]
    return {
      name: column.name,
      codes: columnValues(column, level).map(({ code }) => code),
      label: inEachLanguage((language) => columnLabel(column, words[language])),
      answers: inEachLanguage((language) => valueLabels(column, level, words[language])),
    }
  })
}
