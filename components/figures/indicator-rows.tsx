import { useTranslations } from 'next-intl'
import type { IndicatorFigures } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import type { PopulationCode } from '@/lib/comparison/populations'
import { FigureRow, type Beside } from './figure-row'

interface Props {
  readonly figures: IndicatorFigures
  /** The population of which the theme says that its figures are shares. */
  readonly population: PopulationCode
  readonly besideOf: (figure: Figure) => Beside
}

/** What was published of one indicator: one row, with those of groups under it. */
export function IndicatorRows({ figures, population, besideOf }: Props) {
  const t = useTranslations()
  const [first, ...others] = figures
  const label = t(`indicators.${first.indicator}.label`)
  const group = (figure: Figure) => t(`populationLabels.${figure.population}`)
  const isOfAll = first.population === population
  const groups = isOfAll ? others : figures
  if (groups.length === 1 && !isOfAll) {
    return <FigureRow figure={first} label={label} note={group(first)} beside={besideOf(first)} />
  }
  const groupRows = groups.length > 0 && (
    <ul className="group-rows">
      {groups.map((figure) => {
        const beside = besideOf(figure)
        return (
          <FigureRow
            key={figure.population}
            figure={figure}
            label={beside.isOwnAge ? t('results.side.own', { group: group(figure) }) : group(figure)}
            note={null}
            beside={beside}
          />
        )
      })}
    </ul>
  )
  if (!isOfAll) {
    return (
      <li className="figure-row">
        <span className="figure-label">{label}</span>
        {groupRows}
      </li>
    )
  }
  return (
    <FigureRow figure={first} label={label} note={null} beside={besideOf(first)}>
      {groupRows}
    </FigureRow>
  )
}
