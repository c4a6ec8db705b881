import type { IndicatorCode } from './indicators'
import type { PopulationCode } from './populations'

/** How precisely the source states a share: "nearly", "only a quarter" are `about`; "more than half" is `more_than`. */
export const qualifiers = ['exact', 'about', 'more_than'] as const
export type Qualifier = (typeof qualifiers)[number]

/** `disputed`: published, but contradicted by the source itself or by its author; shown with that word. */
export const figureStatuses = ['published', 'disputed'] as const
export type FigureStatus = (typeof figureStatuses)[number]

/** One published percentage: an indicator, in a population, in a wave. */
export interface Figure {
  readonly waveId: string
  readonly indicator: IndicatorCode
  readonly population: PopulationCode
  /** Share of the population for whom the indicator is true, in percent, 0 to 100. */
  readonly sharePercent: number
  readonly qualifier: Qualifier
  readonly status: FigureStatus
}
