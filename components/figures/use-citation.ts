import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import { markup, type Markup } from '@/components/ui/markup'
import type { Figure } from '@/lib/comparison/figures'
import { figureBibtex } from '@/lib/figure-data/bibtex'
import { figuresPath } from '@/lib/i18n/data-addresses'
import { useTranslations } from '@/lib/i18n/translations'
import { figureFragment } from './figure-fragment'
import type { Published } from './provenance'
import { useFigureLabel, useFigureWords } from './use-figure-words'

/** A figure, and which of the sources states it; where that is not said, the first one does. */
type CitedFigure = Figure & { readonly sourceId?: string }

/**
 * How to cite one figure, as text and for lists of references, folded, with the way to its own page. `origin`: that of the site where
 * it is known; null: the address on this site is left out.
 */
export function useCitation(
  { wave, sources }: Published,
  origin: string | null,
): (figure: CitedFigure) => Markup {
  const t = useTranslations('figuresPage')
  const data = useTranslations('figureData.page')
  const figures = useTranslations('figures')
  const locale = useLocale()
  const figureWords = useFigureWords()
  const figureLabel = useFigureLabel()
  const { conductedBy, commissionedBy, id: waveId } = wave
  const waveName = useWaveName()(wave)
  return (figure) => {
    const source = sources.find(({ id }) => id === figure.sourceId) ?? sources[0]
    const { publisher = '', publishedOn = '', url = '' } = source ?? {}
    const fragment = figureFragment(figure)
    const page = figuresPath(locale, { waveId, fragment })
    const address = origin === null ? null : `${origin}${page}`
    const sentence = figures.markup('sentence', { ...figureWords(figure, null), strong: (share) => share })
    const citation = t('citation', { sentence, conductedBy, commissionedBy, publisher, url, wave: waveName })
    const text = address === null ? citation : t('address', { citation, address })
    const bibtex = figureBibtex({
      wave,
      source: { publisher, publishedOn, url },
      fragment,
      sentence,
      address,
    })
    const button = (id: string, label: string) =>
      markup`<button type="button" class="button-quiet" data-copies="${id}" hidden>${label}</button>`
    const named = figureLabel(figure, null)
    const label = t('citeLabel', { label: named })
    const toPage = data('toFigureLabel', { label: named })
    return markup`<details class="citation"><summary aria-label="${label}">${t('cite')}</summary><p id="cite-${fragment}">${text}</p>${button(`cite-${fragment}`, t('copyText'))}<pre id="bibtex-${fragment}" translate="no">${bibtex}</pre>${button(`bibtex-${fragment}`, t('copyBibtex'))}<a class="figure-link" href="${page}" aria-label="${toPage}">${data('toFigure')}</a></details>`
  }
}
