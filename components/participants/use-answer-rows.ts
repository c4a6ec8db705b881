import { participantsBar } from '@/components/figures/participants-bar'
import { markup, type Markup } from '@/components/ui/markup'
import { bands, type PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { shareOf, useCellWords } from './use-cell-words'
import { useTableWords } from './use-table-words'

/** What participants answered to one question, a row for each option: together, and each age band under it where it is shown. */
export function useAnswerRows(): (table: PublishedTable, before: PublishedTable | null) => Markup {
  const cellWords = useCellWords()
  const { bandLabels, option: optionWords } = useTableWords()
  return (table, before) => {
    const rows = table.options.map(({ option }) => {
      const label = optionWords(table.item, option)
      const all = cellWords({ table, option, column: 'both' })
      const ofBands = bands.map((band) => ({
        band,
        ...cellWords({ table, option, column: band }),
      }))
      const beforePercent = before && shareOf({ table: before, option, column: 'both' })
      const bar = all.sharePercent === null ? null : participantsBar(all.sharePercent, beforePercent)
      const bandRows = ofBands.flatMap(({ band, sharePercent, main }) =>
        sharePercent === null
          ? []
          : [markup`<li><span>${bandLabels[band]}</span>${participantsBar(sharePercent)}<b>${main}</b></li>`],
      )
      const groups = bandRows.length === 0 ? null : markup`<ul class="answer-bands">${bandRows}</ul>`
      const said = all.sharePercent === null ? markup`<i>${all.main}</i>` : markup`<b>${all.main}</b>`
      return markup`<li class="answer" data-option="${option}"><span>${label}</span> ${said}${bar}${groups}</li>`
    })
    return markup`${rows}`
  }
}
