import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { SourceLink } from '@/components/layout/source-link'
import { useWaveName } from '@/components/layout/use-wave-name'
import type { Source, Wave } from '@/lib/comparison/waves'
import { largestItemCount } from '@/lib/instrument/visibility'

interface WaveProps {
  readonly wave: Wave
}

interface SourceProps extends WaveProps {
  readonly sources: readonly Source[]
}

/** Who asked whom, and where the figures were published. */
export function SurveySource({ wave, sources }: SourceProps) {
  const t = useTranslations('method.source')
  const waveName = useWaveName()
  const dayWords = useDayWords()
  return (
    <>
      <p>
        {t('survey', {
          commissionedBy: wave.commissionedBy,
          conductedBy: wave.conductedBy,
          published: dayWords(wave.publishedOn),
          wave: waveName(wave),
        })}
      </p>
      {sources.map(({ id, title, publisher, publishedOn, url }) => (
        <p key={id}>
          {t.rich('report', {
            title,
            publisher,
            published: dayWords(publishedOn),
            source: (words) => <SourceLink url={url}>{words}</SourceLink>,
          })}
        </p>
      ))}
      <p>{t('each')}</p>
    </>
  )
}

/** Where the questions come from. */
export function Instrument() {
  const t = useTranslations('method.instrument')
  const preferNotToSay = useTranslations('questionnaire')('preferNotToSay')
  return (
    <>
      <p>{t('reconstructed')}</p>
      <p>{t('caution')}</p>
      <p>{t('length', { count: largestItemCount(), preferNotToSay })}</p>
      <p>{t('noFigure')}</p>
    </>
  )
}

/** What was not published, and what follows from that. */
export function Unknown({ wave }: WaveProps) {
  const t = useTranslations('method.unknown')
  return (
    <>
      <p>{t('intro')}</p>
      <ul>
        {wave.sampleSize === null && <li>{t('sampleSize')}</li>}
        <li>{t('sampling')}</li>
        <li>{t('fieldDates')}</li>
        <li>{t('wording')}</li>
      </ul>
      <p>{t('noInterval')}</p>
      <p>{t('notComputed')}</p>
    </>
  )
}
