import { useTranslations } from '@/lib/i18n/translations'
import type { DashboardState } from '@/lib/participation/dashboard-view'
import type { Thresholds } from '@/lib/participation/thresholds'
import { DashboardAges } from './dashboard-ages'
import { DashboardFacts } from './dashboard-facts'
import { DashboardFilter } from './dashboard-filter'
import { DashboardItems } from './dashboard-items'
import { DashboardPairs } from './dashboard-pairs'
import { DashboardWeeks } from './dashboard-weeks'
import { dashboardParts } from './dashboard-parts'
import { NothingToShow } from './nothing-to-show'

interface Props {
  readonly found: DashboardState
  /** The waves that can be chosen from, latest first. */
  readonly waveIds: readonly string[]
  /** The one that is shown. */
  readonly waveId: string
  readonly thresholds: Thresholds
}

/** What is known of the participants of a wave: numbers, each as a picture and in a table, or why there are none. */
export function Dashboard({ found, waveIds, waveId, thresholds }: Props) {
  const t = useTranslations()
  const filter = { waveIds, waveId, smallestCell: thresholds.smallestCell }
  if (found.state !== 'shown') {
    return (
      <div className="dashboard">
        <h1>{t('admin.titles.dashboard')}</h1>
        <NothingToShow found={found} thresholds={thresholds} />
        <DashboardFilter {...filter} view={null} />
      </div>
    )
  }
  const { view } = found
  return (
    <div className="dashboard">
      <h1>{t('admin.titles.dashboard')}</h1>
      <DashboardFacts view={view} />
      <DashboardFilter {...filter} view={view} />
      <nav className="dashboard-contents" aria-label={t('layout.onThisPage')}>
        <ul>
          {dashboardParts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`admin.dashboard.${part}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="dashboard-numbers">
        <DashboardWeeks view={view} />
        <DashboardAges view={view} />
        <DashboardItems view={view} />
        <DashboardPairs view={view} />
      </div>
    </div>
  )
}
