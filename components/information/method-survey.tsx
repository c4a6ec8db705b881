import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { textIn } from '@/lib/i18n/words-in'
import { SourceLink } from '@/components/layout/source-link'
import { useWaveName } from '@/components/layout/use-wave-name'
import type { Source, Wave } from '@/lib/comparison/waves'
import { largestItemCount } from '@/lib/instrument/visibility'
import type { Words } from '@/lib/waves/figure-record'
import type { WaveFigures } from '@/lib/waves/published-figures'

interface SourceProps {
  readonly wave: Wave
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
export function Unknown({ figures, context, wave, isWordingPublished }: WaveFigures) {
  const t = useTranslations('method.unknown')
  const { sampleSize, fieldStart } = wave
  const unknown = [
    sampleSize === null && t('sampleSize'),
    sampleSize === null && t('sampling'),
    fieldStart === null && t('fieldDates'),
    !isWordingPublished && t('wording'),
  ].filter((each) => each !== false)
  const hasMargins = [...figures, ...context].some(({ baseSize }) => baseSize !== null)
  return (
    <>
      {unknown.length > 0 && (
        <>
          <p>{t('intro')}</p>
          <ul>
            {unknown.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      <p>{hasMargins ? t('margins') : t('noInterval')}</p>
      <p>{t('notComputed')}</p>
    </>
  )
}

/** What its description says of a wave: how it was made, and what is to be read with care. */
export function WaveDescription({ description }: { readonly description: Words }) {
  const said = textIn(description, useLocale())
  return said?.text.split(/\n\s*\n/).map((paragraph) => (
    <p key={paragraph} lang={said.language}>
      {paragraph}
    </p>
  ))
}
