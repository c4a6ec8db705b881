import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ArrivalHeading } from '@/components/layout/arrival-heading'
import { EraseForm } from '@/components/layout/erase-form'
import { pathTo } from '@/lib/i18n/routes'
import { arrange } from '@/lib/comparison/arrange'
import { compare } from '@/lib/comparison/compare'
import { byIndicatorThenPopulation } from '@/lib/comparison/figure-order'
import type { Figure } from '@/lib/comparison/figures'
import { summarise } from '@/lib/comparison/summary'
import type { Source, Wave } from '@/lib/comparison/waves'
import { trustProfile } from '@/lib/comparison/trust-profile'
import type { Answers } from '@/lib/instrument/answers'
import type { PublishedShares } from '@/lib/participation/published-shares'
import { IconPatterns } from './icon-array'
import { Overview } from './overview'
import { ParticipantsNote } from './participants-note'
import { SummaryNote } from './summary-note'
import { SurveyNote } from './survey-note'
import { ThemeResult } from './theme-result'
import { TrustProfileNote } from './trust-profile-note'
import { useWaveName } from '@/components/layout/use-wave-name'

export interface ShownParticipants {
  readonly shares: PublishedShares
  /** Some of them are made up. */
  readonly hasDemo: boolean
}

interface Props {
  readonly answers: Answers
  readonly wave: Wave
  readonly sources: readonly Source[]
  readonly figures: readonly Figure[]
  /** What may be shown of this site's participants; null while there is nothing. */
  readonly participants: ShownParticipants | null
  /** What comes after the themes. */
  readonly children: ReactNode
}

/** One person's answers beside the national figures, theme by theme. */
export function Results({ answers, wave, sources, figures, participants, children }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const comparisons = compare(answers, figures.toSorted(byIndicatorThenPopulation))
  const themes = arrange(answers, comparisons)
  const profile = trustProfile(comparisons)
  const responseCount = participants?.shares.responseCount ?? null
  const reference = t('results.reference', {
    wave: useWaveName()(wave.id),
    publisher: sources.map(({ publisher }) => publisher).join(', '),
  })
  return (
    <div className="results">
      <IconPatterns />
      <ArrivalHeading>{t('results.title')}</ArrivalHeading>
      <SummaryNote summary={summarise(answers, comparisons)} />
      <SurveyNote wave={wave} sources={sources} />
      {responseCount !== null && (
        <ParticipantsNote responseCount={responseCount} hasDemo={participants?.hasDemo === true} />
      )}
      <Overview themes={themes} />
      <section className="legend" aria-labelledby="legend-title">
        <h2 id="legend-title">{t('overview.legendTitle')}</h2>
        <p>{t('overview.legend')}</p>
      </section>
      {themes.map((theme) => (
        <ThemeResult
          key={theme.theme}
          theme={theme}
          answers={answers}
          reference={reference}
          participants={participants?.shares ?? null}
        >
          {theme.theme === 'trust' && profile && <TrustProfileNote profile={profile} />}
        </ThemeResult>
      ))}
      {children}
      <section className="what-next" aria-labelledby="what-next-title">
        <h2 id="what-next-title">{t('results.actionsTitle')}</h2>
        <p className="actions">
          <a className="button" href={pathTo('change', locale)}>
            {t('results.change')}
          </a>
        </p>
        <h3>{t('results.keepTitle')}</h3>
        <p>
          <a href="/api/comparison/data" download>
            {t('results.download')}
          </a>{' '}
          {t('results.downloadNote')}
        </p>
        <p>{t('results.printNote')}</p>
        <EraseForm />
      </section>
    </div>
  )
}
