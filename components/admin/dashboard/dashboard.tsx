import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { pathTo } from '@/lib/i18n/routes'
import { useTranslations } from '@/lib/i18n/translations'
import { OpeningChecklist, type OpeningState } from './opening-checklist'
import { SiteState, type SiteStateView } from './site-state'
import { WeeklyContributions } from './weekly-contributions'

interface Props {
  readonly isDemo: boolean
  /** What is done before the site opens, for owners; null for others. */
  readonly opening: OpeningState | null
  readonly state: SiteStateView
  /** Weeks that were counted, the first one first, and the running one. */
  readonly weeks: readonly { readonly week: string; readonly count: number }[]
  readonly runningWeek: string
  /** What everybody sees of the last edition; null before the first one. */
  readonly edition: ReactNode
}

/** What admins see: how the site is doing, and below it what everybody sees of the last edition. */
export function Dashboard({ isDemo, opening, state, weeks, runningWeek, edition }: Props) {
  const t = useTranslations()
  return (
    <div className="dashboard">
      <h1>{t('admin.titles.dashboard')}</h1>
      {isDemo && <p className="notice">{t('participants.demo')}</p>}
      {opening && <OpeningChecklist {...opening} />}
      <SiteState state={state} />
      <WeeklyContributions counted={weeks} running={runningWeek} />
      {edition === null ? <NoEdition /> : <Published>{edition}</Published>}
    </div>
  )
}

function Published({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('admin.dashboard.published')
  return (
    <section aria-labelledby="published-title" className="dashboard-published">
      <h2 id="published-title">{t('title')}</h2>
      {children}
    </section>
  )
}

function NoEdition() {
  const t = useTranslations('admin.dashboard.published')
  const locale = useLocale()
  return (
    <section aria-labelledby="none-title" className="dashboard-part">
      <h2 id="none-title">{t('none')}</h2>
      <p>
        <SeparateTexts>
          {t.rich('noneText', {
            link: (words) => <a href={pathTo('questionnaire', locale)}>{words}</a>,
          })}
        </SeparateTexts>
      </p>
    </section>
  )
}
