import { useLocale } from 'next-intl'
import { marginLevelPercent } from '@/lib/comparison/margin'
import type { Trend } from '@/lib/comparison/trend'
import { pathTo } from '@/lib/i18n/routes'
import { useTranslations } from '@/lib/i18n/translations'
import type { ShownWave } from './other-waves'
import { TrendList } from './trend-list'
import { usePercent } from './use-figure-words'

interface Props {
  readonly trends: readonly Trend[]
  readonly waves: readonly ShownWave[]
}

/** What has changed between the waves of the survey, or that there is nothing to compare yet. */
export function Trends({ trends, waves }: Props) {
  const t = useTranslations('trends')
  const locale = useLocale()
  const percent = usePercent()
  return (
    <div className="results">
      <h1>{t('title')}</h1>
      {trends.length === 0 ? (
        <p className="lead">{t(waves.length < 2 ? 'oneWave' : 'nothingShared')}</p>
      ) : (
        <>
          <p className="lead">{t('lead')}</p>
          <p>{t('margin', { level: percent(marginLevelPercent) })}</p>
          <TrendList trends={trends} waves={waves} />
        </>
      )}
      <p className="actions">
        <a className="button" href={pathTo('figures', locale)}>
          {t('toFigures')}
        </a>
      </p>
    </div>
  )
}
