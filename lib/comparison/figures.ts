import type { IndicatorCode } from './indicators'
import type { PopulationCode } from './populations'

/** How precisely the source states a share: "nearly", "only a quarter" are `about`; "more than half" is `more_than`. */
export const qualifiers = ['exact', 'about', 'more_than'] as const
export type Qualifier = (typeof qualifiers)[number]

/**
 * `disputed`: published, but contradicted by the source itself or by its author; shown with that word. `superseded`: its author
 * gives another one in its place, so that nothing is set against it any more.
 */
export const figureStatuses = ['published', 'disputed', 'superseded'] as const
export type FigureStatus = (typeof figureStatuses)[number]

/** Which use a statement speaks of: present use, use at any time, or the source leaves it open. */
export const timeFrames = ['now', 'ever', 'unclear'] as const
export type TimeFrame = (typeof timeFrames)[number]

/** One published percentage: an indicator, in a population, in a wave. */
export interface Figure {
  readonly waveId: string
  readonly indicator: IndicatorCode
  readonly population: PopulationCode
  /** Share of the population for whom the indicator is true, in percent, 0 to 100. */
  readonly sharePercent: number
  readonly qualifier: Qualifier
  readonly status: FigureStatus
  /** null: the statement is not about use over time. */
  readonly timeFrame: TimeFrame | null
}
