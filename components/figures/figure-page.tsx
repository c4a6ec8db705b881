import { useLocale } from 'next-intl'
import { SourceLink } from '@/components/layout/source-link'
import { figureBibtex } from '@/lib/figure-data/bibtex'
import { figuresPath } from '@/lib/i18n/data-addresses'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { wordsIn } from '@/lib/i18n/words-in'
import { DataLinks } from './data-links'
import { EmbedCode } from './embed-code'
import { FigureDetails } from './figure-details'
import { FigureMargin } from './figure-margin'
import { FigureStatement } from './figure-statement'
import { Provenance } from './provenance'
import type { ShownFigure } from './shown-figure'

/** What limits a figure, each thing said once. */
function useNotes({ figure }: ShownFigure): readonly string[] {
  const t = useTranslations('figures')
  const page = useTranslations('figureData.page')
  const locale = useLocale()
  const { statusNote, status, timeFrame, qualifier } = figure
  return [
    status === 'superseded' && page('superseded'),
    statusNote !== null && wordsIn(statusNote, locale),
    timeFrame === 'unclear' && page('timeFrameUnclear'),
    qualifier === 'about' && t('qualifierAbout'),
    qualifier === 'more_than' && t('qualifierMoreThan'),
  ].filter((each) => each !== false)
}

/** One figure at an address of its own: what it says, where it was read, how to cite, take and show it. */
export function FigurePage(shown: ShownFigure) {
  const t = useTranslations('figureData.page')
  const words = useTranslations('figuresPage')
  const oneDot = useTranslations('figures')('oneDot')
  const locale = useLocale()
  const dayWords = useDayWords()
  const notes = useNotes(shown)
  const { figure, source, published, fragment, language, origin } = shown
  const { document } = published
  const place = { waveId: document.wave.id, fragment }
  const address = origin === null ? null : `${origin}${figuresPath(locale, place)}`
  const sentence = language.sentence(figure)
  return (
    <div className="results figure-page">
      <h1>
        <span className="figure-label">{language.name(figure)}</span>{' '}
        <small>{[language.lead(figure), language.population(figure)].filter(Boolean).join(' · ')}</small>
      </h1>
      <FigureStatement figure={figure} language={language} />
      <p className="hint">{[oneDot, ...notes].join(' ')}</p>
      <FigureMargin figure={figure} sampleSize={document.wave.sampleSize} />
      <FigureDetails figure={figure} published={published} />
      <div>
        <Provenance wave={document.wave} sources={[source]} isWordingPublished={figure.wording !== null} />
        <p className="hint">
          {words.rich('sources', {
            title: source.title,
            publisher: source.publisher,
            published: dayWords(source.publishedOn),
            source: (title) => <SourceLink url={source.url}>{title}</SourceLink>,
          })}
        </p>
      </div>
      <section aria-labelledby="cite-title">
        <h2 id="cite-title">{words('cite')}</h2>
        <p className="to-copy">{language.citationLong(figure, document, address)}</p>
        <pre className="to-copy" translate="no">
          {figureBibtex({ wave: document.wave, source, fragment, sentence, address })}
        </pre>
      </section>
      <DataLinks place={place} />
      <EmbedCode {...shown} />
      <p className="actions">
        <a className="button" href={`${figuresPath(locale, { ...place, fragment: null })}#${fragment}`}>
          {t('all')}
        </a>
      </p>
    </div>
  )
}
