import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import type { WaveFigures } from '@/lib/waves/published-figures'
import { Article } from './article'
import { Groups, SameAnswer } from './method-comparison'
import { Instrument, SurveySource, Unknown, WaveDescription } from './method-survey'
import { Qualifiers, Terms, TimeFrames } from './method-terms'
import { Neutrality } from './neutrality'
import { OpenDataMethod } from './open-data-method'
import { ParticipantsMethod } from './participants-method'
import { TrustProfileMethod } from './trust-profile-method'

type SectionId =
  | 'source'
  | 'instrument'
  | 'unknown'
  | 'qualifiers'
  | 'terms'
  | 'timeFrame'
  | 'same'
  | 'groups'
  | 'wave'
  | 'profile'
  | 'participants'
  | 'neutral'

/**
 * How the questionnaire was made, what the published figures mean, and how answers are set beside them: what is particular to a wave is
 * said as it was published.
 */
export function Method(published: WaveFigures) {
  const { wave, sources, figures } = published
  const t = useTranslations('method')
  const section = (id: SectionId, content: ReactNode) => ({ id, title: t(`${id}.title`), content })
  return (
    <Article
      title={t('title')}
      lead={t('lead')}
      hasContents
      sections={[
        section('source', <SurveySource wave={wave} sources={sources} />),
        section('instrument', <Instrument />),
        section('unknown', <Unknown {...published} />),
        section('qualifiers', <Qualifiers />),
        section('terms', <Terms />),
        ...(figures.some(({ timeFrame }) => timeFrame === 'unclear')
          ? [section('timeFrame', <TimeFrames />)]
          : []),
        section('same', <SameAnswer />),
        section('groups', <Groups />),
        ...(wave.description === null
          ? []
          : [section('wave', <WaveDescription description={wave.description} />)]),
        { ...section('profile', <TrustProfileMethod />), id: 'trust-profile' },
        section(
          'participants',
          <>
            <ParticipantsMethod />
            <OpenDataMethod waveId={wave.id} />
          </>,
        ),
        section('neutral', <Neutrality />),
      ]}
    />
  )
}
