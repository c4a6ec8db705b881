import { useLocale } from 'next-intl'
import { SourceLink } from '@/components/layout/source-link'
import { figuresPath } from '@/lib/i18n/data-addresses'
import { useTranslations } from '@/lib/i18n/translations'
import { FigureStatement } from './figure-statement'
import type { ShownFigure } from './shown-figure'

/** A figure in a page of another site: what it says, whose it is, and the way to its own page. */
export function EmbeddedFigure({ figure, source, published, fragment, language }: ShownFigure) {
  const t = useTranslations('embed')
  const locale = useLocale()
  const { wave } = published.document
  return (
    <main className="embed">
      <FigureStatement figure={figure} language={language} as="h1" />
      <p className="embed-source">
        {t.rich('source', {
          survey: language.citationShort(wave),
          publisher: source.publisher,
          source: (words) => <SourceLink url={source.url}>{words}</SourceLink>,
        })}{' '}
        <a href={figuresPath(locale, { waveId: wave.id, fragment })}>{t('toSite')}</a>
      </p>
    </main>
  )
}
