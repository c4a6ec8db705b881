import { useConfidence } from '@/components/results/use-share-words'
import { useTranslations } from '@/lib/i18n/translations'
import type { DashboardView } from '@/lib/participation/dashboard-view'
import { DashboardSection } from './dashboard-section'
import { PairMark } from './pair-mark'
import { PairRow } from './pair-row'
import { PairTableRow } from './pair-table-row'
import { pairsByTheme } from './pairs-by-theme'

/** The published figures, with the participants' shares beside them and apart from them. */
export function DashboardPairs({ view }: { readonly view: DashboardView }) {
  const t = useTranslations('admin.dashboard.beside')
  const themeWords = useTranslations('themes')
  const confidence = useConfidence()
  const groups = pairsByTheme(view.pairs)
  const picture = (
    <div className="pairs">
      <ul className="pairs-legend" aria-label={t('legend')}>
        <li>
          <PairMark kind="national" /> <span>{t('national')}</span>
        </li>
        <li>
          <PairMark kind="participants" /> <span>{t('share')}</span>
        </li>
      </ul>
      {groups.map(({ theme, pairs }) => (
        <div key={theme}>
          <h3>{themeWords(theme)}</h3>
          <div className="pairs-scale" aria-hidden="true">
            <span>0</span>
            <span>50</span>
            <span>100</span>
          </div>
          <ul>
            {pairs.map((pair) => (
              <PairRow
                key={[pair.figure.indicator, pair.figure.population, pair.tool].join('/')}
                pair={pair}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
  return (
    <DashboardSection
      part="beside"
      lead={t('lead', { confidence })}
      view={view}
      picture={picture}
      columns={[t('figure'), t('national'), t('tableShare'), t('count'), t('interval', { confidence })]}
      tables={groups.map(({ theme, pairs }) => ({
        name: themeWords(theme),
        rows: pairs.map((pair) => (
          <PairTableRow
            key={[pair.figure.indicator, pair.figure.population, pair.tool].join('/')}
            pair={pair}
          />
        )),
      }))}
    />
  )
}
