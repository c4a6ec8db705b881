import { usePercent } from '@/components/figures/use-figure-words'
import {
  columns,
  sharePercentOf,
  type Column,
  type ColumnCounts,
  type PublishedTable,
} from '@/lib/disclosure/aggregates/edition-tables'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'

/** What is said of one cell of a table. */
export interface CellWords {
  /** In percent; null: no share is shown. */
  readonly sharePercent: number | null
  /** The share; the number of people where there is none; that the cell is suppressed. */
  readonly main: string
  /** The number of people beside a share; null where `main` says all. */
  readonly count: string | null
}

/** An option of a table, by its column. */
export interface Cell {
  readonly table: PublishedTable
  readonly option: string
  readonly column: Column
}

/** The share of those who chose an option, in percent; null where it is suppressed, or too few answered. */
export function shareOf({ table, option, column }: Cell): number | null {
  const count = table.options.find((line) => line.option === option)?.counts[column] ?? null
  return sharePercentOf(count, table.base[column])
}

/** Whether an option is suppressed as a whole. */
export const isSuppressed = (counts: ColumnCounts): boolean =>
  columns.every((column) => counts[column] === null)

/** Says the cells of tables. */
export function useCellWords(): (cell: Cell) => CellWords {
  const t = useTranslations()
  const percent = usePercent()
  const format = useFormatter()
  return (cell) => {
    const { table, option, column } = cell
    const count = table.options.find((line) => line.option === option)?.counts[column] ?? null
    if (count === null) return { sharePercent: null, main: t('export.suppressed'), count: null }
    const sharePercent = shareOf(cell)
    if (sharePercent === null) {
      return { sharePercent, main: t('participants.people', { count }), count: null }
    }
    const main = percent(Math.round(sharePercent))
    return { sharePercent, main, count: format.number(count) }
  }
}
