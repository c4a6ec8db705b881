import { itemById, items, themes, type ItemId, type ThemeId } from '@/lib/instrument/catalogue'
import type { Reading } from './compare'
import { byIndicatorThenPopulation } from './figure-order'
import type { Figure } from './figures'
import { indicatorOf, type IndicatorCode } from './indicators'

/** What was published of one indicator: everyone before the groups. */
export type IndicatorFigures = readonly [Figure, ...Figure[]]

/** What was published under one theme. */
export interface FigureTheme {
  readonly theme: ThemeId
  /** Figures that restate others: told in the introduction of the theme. */
  readonly restatements: readonly Figure[]
  /** What is about no single question first, then in the order of the questionnaire. */
  readonly indicators: readonly IndicatorFigures[]
  /** The questions of the theme about which nothing was published. */
  readonly unpublished: readonly ItemId[]
}

const itemIds: readonly ItemId[] = items.map(({ id }) => id)

function placeOf([{ indicator }]: IndicatorFigures): number {
  const [{ item }] = indicatorOf(indicator).statements
  return item === null ? -1 : itemIds.indexOf(item)
}

/** The figures of one indicator each. Figures that are in order stay so. */
function byIndicator(figures: readonly Figure[]): readonly IndicatorFigures[] {
  const groups = new Map<IndicatorCode, [Figure, ...Figure[]]>()
  for (const figure of figures) {
    const group = groups.get(figure.indicator)
    if (group) group.push(figure)
    else groups.set(figure.indicator, [figure])
  }
  return [...groups.values()]
}

/** The figures of a wave by theme and indicator, each figure once. Every theme is there, also where nothing was published. */
export function arrange(figures: readonly Figure[]): readonly FigureTheme[] {
  const ordered = figures.toSorted(byIndicatorThenPopulation)
  return themes.map((theme) => {
    const ofTheme = ordered.filter(({ indicator }) => indicatorOf(indicator).theme === theme)
    const isRestatement = ({ indicator }: Figure) => indicatorOf(indicator).isRestatement === true
    const stated = byIndicator(ofTheme.filter((figure) => !isRestatement(figure)))
    const published = new Set(
      stated.flatMap(([{ indicator }]) => indicatorOf(indicator).statements.map(({ item }) => item)),
    )
    return {
      theme,
      restatements: ofTheme.filter(isRestatement),
      indicators: stated.toSorted((one, other) => placeOf(one) - placeOf(other)),
      unpublished: itemIds.filter((id) => itemById(id).theme === theme && !published.has(id)),
    }
  })
}

/** The questions whose answers some readings lack, each once, in the order of the questionnaire. */
export function missingFor(readings: readonly Reading[]): readonly ItemId[] {
  const missing = new Set(
    readings.flatMap((reading) => (reading.kind === 'unanswered' ? reading.missing : [])),
  )
  return itemIds.filter((id) => missing.has(id))
}
