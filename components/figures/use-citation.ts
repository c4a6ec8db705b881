import { useLocale } from 'next-intl'
import { useWaveName } from '@/components/layout/use-wave-name'
import { markup, type Markup } from '@/components/ui/markup'
import type { Figure } from '@/lib/comparison/figures'
import { bibtexEntry, bibtexText } from '@/lib/export/bibtex'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { figureFragment } from './figure-fragment'
import type { Published } from './provenance'
import { useFigureLabel, useFigureWords } from './use-figure-words'

/**
 * How to cite one figure, as text and for lists of references, folded. `origin`: that of the site where it is known; null: the
 * address on this site is left out.
 */
export function useCitation({ wave, sources }: Published, origin: string | null): (figure: Figure) => Markup {
  const t = useTranslations('figuresPage')
  const figures = useTranslations('figures')
  const locale = useLocale()
  const figureWords = useFigureWords()
  const figureLabel = useFigureLabel()
  const { conductedBy, commissionedBy, id: waveId } = wave
  const waveName = useWaveName()(wave)
  const [year = '', month = ''] = waveId.split('-')
  const [source] = sources
  return (figure) => {
    const { publisher = '', publishedOn = '', url = '' } = source ?? {}
    const fragment = figureFragment(figure)
    const address = origin && `${origin}${pathTo('figures', locale)}#${fragment}`
    const sentence = figures.markup('sentence', { ...figureWords(figure, null), strong: (share) => share })
    const citation = t('citation', { sentence, conductedBy, commissionedBy, publisher, url, wave: waveName })
    const text = address ? t('address', { citation, address }) : citation
    const bibtex = bibtexEntry(`miroir:${waveId}:${fragment}`, {
      author: `{${bibtexText(commissionedBy)}} and {${bibtexText(conductedBy)}}`,
      title: `{${bibtexText(sentence)}}`,
      year,
      month: String(Number(month)),
      howpublished: bibtexText(`${publisher}, ${publishedOn}`),
      url,
      ...(address && { note: `Miroir, \\url{${address}}` }),
    })
    const button = (id: string, label: string) =>
      markup`<button type="button" class="button-quiet" data-copies="${id}" hidden>${label}</button>`
    const label = t('citeLabel', { label: figureLabel(figure, null) })
    return markup`<details class="citation"><summary aria-label="${label}">${t('cite')}</summary><p id="cite-${fragment}">${text}</p>${button(`cite-${fragment}`, t('copyText'))}<pre id="bibtex-${fragment}" translate="no">${bibtex}</pre>${button(`bibtex-${fragment}`, t('copyBibtex'))}</details>`
  }
}
