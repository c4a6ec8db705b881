import type { Figure } from './figures'
import { indicators } from './indicators'
import { populationCodes } from './populations'

const codes = Object.keys(indicators)

/** The order in which figures are shown: that of the indicators, everyone before the groups. For `toSorted`. */
export function byIndicatorThenPopulation(
  one: Pick<Figure, 'indicator' | 'population'>,
  other: Pick<Figure, 'indicator' | 'population'>,
): number {
  return (
    codes.indexOf(one.indicator) - codes.indexOf(other.indicator) ||
    populationCodes.indexOf(one.population) - populationCodes.indexOf(other.population)
  )
}
