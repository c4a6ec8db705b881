import { useFigureWords } from '@/components/figures/use-figure-words'
import { useParticipantsLine } from '@/components/figures/use-participants-line'
import { markup, type Markup } from '@/components/ui/markup'
import type { FigureBeside } from '@/lib/disclosure/aggregates/edition-themes'
import { useTranslations } from '@/lib/i18n/translations'

/** Published figures about a question, each in a sentence with its bar; under it, on a line of its own, participants of whom the same is true. */
export function useBesideRows(): (beside: readonly FigureBeside[]) => Markup {
  const t = useTranslations()
  const figureWords = useFigureWords()
  const participantsLine = useParticipantsLine()
  return (beside) => {
    const rows = beside.map(({ figure, tool, share }) => {
      const sentence = t.markup('figures.sentence', {
        ...figureWords(figure, tool),
        strong: (words) => words,
      })
      const line = share && participantsLine(null, share)
      return markup`<li data-beside="${figure.indicator}/${figure.population}"><span>${sentence}</span><svg class="figure-bar" aria-hidden="true"><rect width="${figure.sharePercent}%" height="100%"/></svg>${line}</li>`
    })
    return markup`${rows}`
  }
}
