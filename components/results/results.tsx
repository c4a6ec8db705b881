import type { ReactNode } from 'react'
import { ContextFigures } from '@/components/figures/context-figures'
import { Provenance, useReference, type Published } from '@/components/figures/provenance'
import { ThemeFold } from '@/components/figures/theme-fold'
import { useRowWords } from '@/components/figures/use-row-words'
import { useThemes } from '@/components/figures/use-themes'
import { ArrivalHeading } from '@/components/layout/arrival-heading'
import { useTranslations } from '@/lib/i18n/translations'
import { compare } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { landmarks } from '@/lib/comparison/landmarks'
import { trustProfile } from '@/lib/comparison/trust-profile'
import type { Answers } from '@/lib/instrument/answers'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { LandmarkList } from './landmark-list'
import { MissingAnswers } from './missing-answers'
import { ParticipantsNote, type ShownParticipants } from './participants-note'
import { ReadingGuide } from './reading-guide'
import { ResultsActions } from './results-actions'
import { TrustRange } from './trust-range'
import { useBeside } from './use-beside'

interface Props extends Published {
  readonly answers: Answers
  readonly figures: readonly Figure[]
  /** What the latest edition says of this site's participants; null: there is none, or it cannot be read. */
  readonly participants: ShownParticipants | null
  readonly context: readonly FigureRecord[]
  /** The way to the other waves. */
  readonly otherWaves: ReactNode
  /** What comes after the themes. */
  readonly children: ReactNode
}

/** One person's answers beside the national figures: four of them first, then all, theme by theme. */
export function Results({
  answers,
  figures,
  context,
  participants,
  otherWaves,
  children,
  ...published
}: Props) {
  const t = useTranslations()
  const comparisons = compare(answers, figures)
  const besideOf = useBeside(answers, comparisons, participants?.tables ?? null)
  const reference = useReference()(published)
  const wordsOf = useRowWords(figures)
  const themes = useThemes(figures)
  const profile = trustProfile(comparisons)
  return (
    <div className="results">
      <ArrivalHeading>{t('results.title')}</ArrivalHeading>
      <Provenance {...published} />
      {otherWaves}
      <ResultsActions />
      <LandmarkList landmarks={landmarks(answers, comparisons)} />
      <section className="themes" aria-labelledby="themes-title">
        <h2 id="themes-title">{t('results.everything')}</h2>
        {participants && <ParticipantsNote {...participants} />}
        {themes.map((theme, index) => (
          <ThemeFold
            key={theme.id}
            theme={theme}
            reference={reference}
            isOpen={index === 0}
            wordsOf={wordsOf}
            besideOf={besideOf}
          >
            {participants && <p className="theme-notes of-participants">{t('participants.tag')}</p>}
            <MissingAnswers figures={theme.figures} comparisons={comparisons} />
          </ThemeFold>
        ))}
        <ContextFigures figures={context} />
        {profile && <TrustRange profile={profile} />}
        <ReadingGuide />
      </section>
      {children}
    </div>
  )
}
