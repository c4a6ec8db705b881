import { useTranslations } from 'next-intl'
import { useDayWords } from '@/lib/i18n/use-date-words'
import type { Source, Wave } from '@/lib/comparison/waves'
import { SourceLink } from '@/components/layout/source-link'
import { useWaveName } from '@/components/layout/use-wave-name'

interface Props {
  readonly wave: Wave
  readonly sources: readonly Source[]
}

/** Who was asked, by whom, when it was published, and what is not known. Stands above all figures. */
export function SurveyNote({ wave, sources }: Props) {
  const t = useTranslations('results')
  const dayWords = useDayWords()
  return (
    <section className="survey-note" id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{t('surveyTitle')}</h2>
      <p>
        {t('survey', {
          conductedBy: wave.conductedBy,
          commissionedBy: wave.commissionedBy,
          published: dayWords(wave.publishedOn),
          wave: useWaveName()(wave.id),
        })}{' '}
        {wave.sampleSize === null ? t('noSampleSize') : t('sampleSize', { count: wave.sampleSize })}
      </p>
      <p>{t('wording')}</p>
      <ul>
        {sources.map(({ id, title, publisher, publishedOn, url }) => (
          <li key={id}>
            {t.rich('surveySource', {
              title,
              publisher,
              published: dayWords(publishedOn),
              source: (words) => <SourceLink url={url}>{words}</SourceLink>,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
