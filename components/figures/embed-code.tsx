import { useLocale } from 'next-intl'
import { embedCode } from '@/lib/figure-data/embed-code'
import { embedPath, figuresPath } from '@/lib/i18n/data-addresses'
import { useTranslations } from '@/lib/i18n/translations'
import type { ShownFigure } from './shown-figure'

/** The code with which a page of another site shows the figure, where the site's address is known. */
export function EmbedCode({ figure, published, fragment, language, origin }: ShownFigure) {
  const t = useTranslations('embed')
  const locale = useLocale()
  const { waveId } = published.state
  const sentence = language.sentence(figure)
  const page = encodeURIComponent(`${origin}${figuresPath(locale, { waveId, fragment })}`)
  return (
    <section aria-labelledby="embed-title">
      <h2 id="embed-title">{t('title')}</h2>
      {origin === null ? (
        <p>{t('noAddress')}</p>
      ) : (
        <>
          <link
            rel="alternate"
            type="application/json+oembed"
            href={`${origin}/api/oembed?format=json&url=${page}`}
            title={sentence}
          />
          <p>{t('lead')}</p>
          <pre className="to-copy" translate="no">
            {embedCode(`${origin}${embedPath(locale, waveId, fragment)}`, sentence)}
          </pre>
        </>
      )}
    </section>
  )
}
