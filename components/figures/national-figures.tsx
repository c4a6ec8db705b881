import { useLocale } from 'next-intl'
import { SourceLink } from '@/components/layout/source-link'
import { CopyButtons } from '@/components/ui/copy-buttons'
import type { Figure } from '@/lib/comparison/figures'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { useDayWords } from '@/lib/i18n/use-date-words'
import type { FiguresPlace } from '@/lib/i18n/data-addresses'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { ContextFigures } from './context-figures'
import { DataLinks } from './data-links'
import { nothingBeside } from './figure-rows'
import { OtherWaves, type ShownWave } from './other-waves'
import { Provenance, useReference, type Published } from './provenance'
import { ThemeFold } from './theme-fold'
import { useCitation } from './use-citation'
import { useRowWords } from './use-row-words'
import { useThemes } from './use-themes'

interface Props extends Published {
  readonly figures: readonly Figure[]
  readonly context: readonly FigureRecord[]
  /** Every wave that was published, the latest first. */
  readonly waves: readonly ShownWave[]
  /** The address of this page. */
  readonly place: FiguresPlace
  /** The origin of the site where it is known. */
  readonly origin: string | null
}

/** All that was published of a wave, without a person: each figure with an address of its own and a way to cite it. */
export function NationalFigures({ figures, context, waves, place, origin, ...published }: Props) {
  const t = useTranslations('figuresPage')
  const copying = useTranslations('copying')
  const locale = useLocale()
  const reference = useReference()(published)
  const dayWords = useDayWords()
  const wordsOf = useRowWords(figures)
  const themes = useThemes(figures)
  const citation = useCitation(published, origin)
  const besideOf = (figure: Figure) => ({ ...nothingBeside, more: [citation(figure)] })
  return (
    <div className="results">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <Provenance {...published} />
      <OtherWaves route="figures" waves={waves} waveId={published.wave.id} />
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
        {themes.map((theme) => (
          <ThemeFold
            key={theme.id}
            theme={theme}
            heading="h2"
            reference={reference}
            isOpen
            wordsOf={wordsOf}
            besideOf={besideOf}
          />
        ))}
        <ContextFigures figures={context} heading="h2" />
      </div>
      <DataLinks place={place} />
      <p>
        <a href={pathTo('corrections', locale)}>{t('corrections')}</a>
      </p>
      <CopyButtons copied={t('copied')} refused={copying('refused')} />
      <p className="actions">
        <a className="button" href={pathTo('questionnaire', locale)}>
          {t('answer')}
        </a>
      </p>
    </div>
  )
}
