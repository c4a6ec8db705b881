import type { ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import type { Source, Wave } from '@/lib/comparison/waves'
import { Article } from './article'
import { CarefulFigures, Groups, SameAnswer } from './method-comparison'
import { Instrument, SurveySource, Unknown } from './method-survey'
import { Qualifiers, Terms, TimeFrames } from './method-terms'
import { Neutrality } from './neutrality'
import { OpenDataMethod } from './open-data-method'
import { ParticipantsMethod } from './participants-method'
import { TrustProfileMethod } from './trust-profile-method'

interface Props {
  readonly wave: Wave
  readonly sources: readonly Source[]
}

type SectionId =
  | 'source'
  | 'instrument'
  | 'unknown'
  | 'qualifiers'
  | 'terms'
  | 'timeFrame'
  | 'same'
  | 'groups'
  | 'careful'
  | 'profile'
  | 'participants'
  | 'neutral'

/** How the questionnaire was made, what the published figures mean, and how answers are set beside them. */
export function Method({ wave, sources }: Props) {
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
        section('unknown', <Unknown wave={wave} />),
        section('qualifiers', <Qualifiers />),
        section('terms', <Terms />),
        section('timeFrame', <TimeFrames />),
        section('same', <SameAnswer />),
        section('groups', <Groups />),
        section('careful', <CarefulFigures />),
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
