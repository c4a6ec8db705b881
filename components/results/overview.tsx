import { useTranslations } from 'next-intl'
import type { ArrangedReading, ThemeGroup } from '@/lib/comparison/arrange'
import type { Comparable } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { readingFragment, themeFragment } from './fragments'

interface Row {
  readonly figure: Figure
  readonly reading: Comparable
}

function comparableRows(readings: readonly ArrangedReading[]): readonly Row[] {
  return readings.flatMap(({ figure, reading }) =>
    reading.kind === 'comparable' ? [{ figure, reading }] : [],
  )
}

/** Every figure that can be compared as one row: how many in a hundred answer alike. In the questionnaire's order. */
export function Overview({ themes }: { readonly themes: readonly ThemeGroup[] }) {
  const t = useTranslations()
  const rowsOf = ({ groups }: ThemeGroup) => groups.flatMap(({ readings }) => comparableRows(readings))
  const withRows = themes.filter((theme) => rowsOf(theme).length > 0)
  if (withRows.length === 0) return null
  return (
    <section className="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">{t('overview.title')}</h2>
      <p>{t('overview.lead')}</p>
      <div className="overview-scale" aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </div>
      {withRows.map((theme) => (
        <div key={theme.theme}>
          <h3>
            <a href={`#${themeFragment(theme)}`}>{t(`themes.${theme.theme}`)}</a>
          </h3>
          <ul>
            {rowsOf(theme).map((row) => (
              <OverviewRow key={readingFragment(row.figure, row.reading)} {...row} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function OverviewRow({ figure, reading }: Row) {
  const t = useTranslations()
  const tool = reading.tool ? t(`tools.${reading.tool}`) : ''
  const { sameAnswerPercent, sameAnswerQualifier } = reading
  return (
    <li>
      <a className="overview-row" href={`#${readingFragment(figure, reading)}`}>
        <span className="overview-label">
          {t(`indicators.${figure.indicator}.label`, { tool })}
          {figure.population !== 'french' && <small>{t(`populationLabels.${figure.population}`)}</small>}
        </span>
        <svg className="overview-axis" aria-hidden="true" focusable="false">
          <line className="axis" x1="0%" x2="100%" y1="50%" y2="50%" />
          <line className="middle" x1="50%" x2="50%" y1="15%" y2="85%" />
          <circle cx={`${sameAnswerPercent}%`} cy="50%" r="6" />
        </svg>
        <span className="overview-count">
          {t.rich('overview.count', {
            qualifier: sameAnswerQualifier,
            count: sameAnswerPercent,
            quiet: (words) => <span className="visually-hidden">{words}</span>,
          })}
        </span>
      </a>
    </li>
  )
}
