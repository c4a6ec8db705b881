import { markup, type Markup } from '@/components/ui/markup'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { isSuppressed, useCellWords, type Cell } from './use-cell-words'
import { tableColumns, useTableWords } from './use-table-words'

/** The table of an earlier edition. */
export interface EarlierTable {
  readonly number: number
  readonly table: PublishedTable
}

/** The numbers under the picture of a question. `name`: what the table is about, which is shown where it is one of several. */
export function useAnswerTable(): (
  name: string,
  table: PublishedTable,
  before: EarlierTable | null,
  isAlone: boolean,
) => Markup {
  const t = useTranslations()
  const format = useFormatter()
  const cellWords = useCellWords()
  const { columnLabel, option: optionWords } = useTableWords()
  const cell = (each: Cell): Markup => {
    const { main, count } = cellWords(each)
    return markup`${main}${count === null ? null : markup` <small>${count}</small>`}`
  }
  const people = (count: number | null) => (count === null ? t('export.suppressed') : format.number(count))
  return (name, table, before, isAlone) => {
    const cells = (option: string, isHidden: boolean): Markup | readonly Markup[] =>
      isHidden
        ? markup`<td colspan="${tableColumns.length}">${t('export.suppressed')}</td>`
        : tableColumns.map((column) => markup`<td>${cell({ table, option, column })}</td>`)
    const earlier = (option: string) =>
      before && markup`<td>${cell({ table: before.table, option, column: 'both' })}</td>`
    const rows = table.options.map(({ option, counts }) => {
      return markup`<tr><th scope="row">${optionWords(table.item, option)}</th>${cells(option, isSuppressed(counts))}${earlier(option)}</tr>`
    })
    const heads = tableColumns.map((column) => markup`<th scope="col">${columnLabel(column)}</th>`)
    const earlierHead =
      before && markup`<th scope="col">${t('participants.edition', { number: before.number })}</th>`
    const bases = tableColumns.map((column) => markup`<td>${people(table.base[column])}</td>`)
    const earlierBase = before && markup`<td>${people(before.table.base.both)}</td>`
    const caption = isAlone
      ? markup`<caption class="visually-hidden">${name}</caption>`
      : markup`<caption>${name}</caption>`
    return markup`<table class="answer-table">${caption}<thead><tr><th scope="col">${t('participants.answer')}</th>${heads}${earlierHead}</tr></thead><tbody>${rows}</tbody><tfoot><tr><th scope="row">${t('participants.base')}</th>${bases}${earlierBase}</tr></tfoot></table>`
  }
}
