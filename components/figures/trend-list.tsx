import type { ShownWave } from './other-waves'
import { useWaveName } from '@/components/layout/use-wave-name'
import { indicatorOf } from '@/lib/comparison/indicators'
import type { Trend } from '@/lib/comparison/trend'
import { useTranslations } from '@/lib/i18n/translations'
import { themes } from '@/lib/instrument/catalogue'
import { figureFragment } from './figure-fragment'
import { TrendChart } from './trend-chart'
import { useChangeWords } from './use-change-words'
import { useFigureLabel, usePercent } from './use-figure-words'

interface Props {
  readonly trends: readonly Trend[]
  readonly waves: readonly ShownWave[]
}

/** What became of each figure from wave to wave: a picture and a table for each, theme by theme. */
export function TrendList({ trends, waves }: Props) {
  const t = useTranslations()
  return themes.map((theme) => {
    const ofTheme = trends.filter(
      ({ points: [first] }) => indicatorOf(first.figure.indicator).theme === theme,
    )
    if (ofTheme.length === 0) return null
    return (
      <section key={theme} aria-labelledby={`trends-${theme}`}>
        <h2 id={`trends-${theme}`}>{t(`themes.${theme}`)}</h2>
        <ul className="trends">
          {ofTheme.map((trend) => (
            <TrendOfFigure key={figureFragment(trend.points[0].figure)} trend={trend} waves={waves} />
          ))}
        </ul>
      </section>
    )
  })
}

function TrendOfFigure({ trend: { points }, waves }: Omit<Props, 'trends'> & { readonly trend: Trend }) {
  const t = useTranslations()
  const waveName = useWaveName()
  const figureLabel = useFigureLabel()
  const changeWords = useChangeWords()
  const percent = usePercent()
  const [{ figure: first }] = points
  const nameOf = (id: string) => waveName(waves.find((wave) => wave.id === id) ?? { id, name: null })
  return (
    <li id={figureFragment(first)} className="trend" data-trend={`${first.indicator}/${first.population}`}>
      <TrendChart points={points} percent={percent} />
      <table>
        <caption>
          <strong>{figureLabel(first, null)}</strong>{' '}
          <small>{t(`populationLabels.${first.population}`)}</small>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('trends.wave')}</th>
            <th scope="col">{t('trends.share')}</th>
            <th scope="col">{t('trends.change')}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ figure, since }) => (
            <tr key={figure.waveId}>
              <th scope="row">{nameOf(figure.waveId)}</th>
              <td>
                {t('figures.share', { qualifier: figure.qualifier, share: percent(figure.sharePercent) })}
              </td>
              <td>{since === null ? t('trends.first') : changeWords(since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  )
}
