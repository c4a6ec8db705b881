import { participantsBar } from '@/components/figures/participants-bar'
import { markup, type Markup } from '@/components/ui/markup'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { useTranslations } from '@/lib/i18n/translations'
import { isSuppressed, shareOf, useCellWords, type Cell } from './use-cell-words'
import { tableColumns, useTableWords } from './use-table-words'

/** What participants answered to one question, a row for each option: both age bands together, and each of them, on one axis. */
export function useAnswerRows(): (table: PublishedTable, before: PublishedTable | null) => Markup {
  const t = useTranslations()
  const cellWords = useCellWords()
  const { columnLabel, option: optionWords } = useTableWords()
  const groupRow = (cell: Cell, beforePercent: number | null): Markup => {
    const { sharePercent, main } = cellWords(cell)
    const label = markup`<span>${columnLabel(cell.column)}</span>`
    if (sharePercent === null) return markup`<li>${label} <i>${main}</i></li>`
    return markup`<li>${label} ${participantsBar(sharePercent, beforePercent)}<b>${main}</b></li>`
  }
  return (table, before) => {
    const rows = table.options.map(({ option, counts }) => {
      const label = markup`<span>${optionWords(table.item, option)}</span>`
      const beforePercent = before && shareOf({ table: before, option, column: 'both' })
      const groups = tableColumns.map((column) =>
        groupRow({ table, option, column }, column === 'both' ? beforePercent : null),
      )
      const said = isSuppressed(counts)
        ? markup`<i>${t('export.suppressed')}</i>`
        : markup`<ul>${groups}</ul>`
      return markup`<li class="answer" data-option="${option}">${label} ${said}</li>`
    })
    return markup`${rows}`
  }
}
