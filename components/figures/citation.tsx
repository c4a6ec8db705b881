import { useLocale, useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { useWaveName } from '@/components/layout/use-wave-name'
import type { Figure } from '@/lib/comparison/figures'
import { bibtexEntry, bibtexText } from '@/lib/export/bibtex'
import { pathTo } from '@/lib/i18n/routes'
import { figureFragment } from './figure-fragment'
import type { Published } from './provenance'
import { useFigureLabel, useFigureWords } from './use-figure-words'

interface Props extends Published {
  readonly figure: Figure
  /** The origin of the site where it is known; null: the address on this site is left out. */
  readonly origin: string | null
}

/** How to cite one figure, as text and for lists of references, folded. */
export function Citation({ figure, wave, sources: [source], origin }: Props) {
  const t = useTranslations('figuresPage')
  const locale = useLocale()
  const waveName = useWaveName()
  const figureWords = useFigureWords()
  const figureLabel = useFigureLabel()
  if (source === undefined) return null
  const { conductedBy, commissionedBy, id: waveId } = wave
  const fragment = figureFragment(figure)
  const address = origin && `${origin}${pathTo('figures', locale)}#${fragment}`
  const sentence = t('plainSentence', figureWords(figure, null))
  const words = { sentence, conductedBy, commissionedBy, publisher: source.publisher, url: source.url }
  const citation = t('citation', { ...words, wave: waveName(waveId) })
  const [year = '', month = ''] = waveId.split('-')
  const bibtex = bibtexEntry(`miroir:${waveId}:${fragment}`, {
    author: `{${bibtexText(commissionedBy)}} and {${bibtexText(conductedBy)}}`,
    title: `{${bibtexText(sentence)}}`,
    year,
    month: String(Number(month)),
    howpublished: bibtexText(`${source.publisher}, ${source.publishedOn}`),
    url: source.url,
    ...(address && { note: `Miroir, \\url{${address}}` }),
  })
  const ids = { text: `cite-${fragment}`, bibtex: `bibtex-${fragment}` }
  return (
    <details className="citation">
      <summary aria-label={t('citeLabel', { label: figureLabel(figure, null) })}>{t('cite')}</summary>
      <p id={ids.text}>{address ? t('address', { citation, address }) : citation}</p>
      <CopyButton of={ids.text} label={t('copyText')} copied={t('copied')} />
      <pre id={ids.bibtex} translate="no">
        {bibtex}
      </pre>
      <CopyButton of={ids.bibtex} label={t('copyBibtex')} copied={t('copied')} />
    </details>
  )
}
