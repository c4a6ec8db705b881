import { useLocale, useTranslations } from 'next-intl'
import { SourceLink } from '@/components/layout/source-link'
import { arrange } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import { pathTo } from '@/lib/i18n/routes'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { Citation } from './citation'
import { nothingBeside } from './figure-row'
import { Provenance, useReference, type Published } from './provenance'
import { ThemeFold } from './theme-fold'

interface Props extends Published {
  readonly figures: readonly Figure[]
  /** The origin of the site where it is known. */
  readonly origin: string | null
}

/** All that was published of a wave, without a person: each figure with an address of its own and a way to cite it. */
export function NationalFigures({ figures, origin, ...published }: Props) {
  const t = useTranslations('figuresPage')
  const locale = useLocale()
  const reference = useReference()(published)
  const dayWords = useDayWords()
  const besideOf = (figure: Figure) => ({
    ...nothingBeside,
    more: <Citation figure={figure} origin={origin} {...published} />,
  })
  return (
    <div className="results">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <Provenance {...published} />
      {published.sources.map(({ id, title, publisher, publishedOn, url }) => (
        <p key={id} className="hint">
          {t.rich('sources', {
            title,
            publisher,
            published: dayWords(publishedOn),
            source: (words) => <SourceLink url={url}>{words}</SourceLink>,
          })}
        </p>
      ))}
      <div className="themes">
        {arrange(figures).map((theme) => (
          <ThemeFold
            key={theme.theme}
            theme={theme}
            heading="h2"
            reference={reference}
            isOpen
            besideOf={besideOf}
          />
        ))}
      </div>
      <p className="actions">
        <a className="button" href={pathTo('questionnaire', locale)}>
          {t('answer')}
        </a>
      </p>
    </div>
  )
}
