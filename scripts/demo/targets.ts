import { populationOf } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import type { Predicate } from '@/lib/comparison/predicates'
import { countedTruthOf } from '@/lib/comparison/truth'

/** A share that made-up answers should have: one statement of one figure. */
export interface Target {
  readonly population: Predicate
  readonly isTrue: Predicate
  /** 0 to 1. */
  readonly share: number
}

/** How many points above a share that was published as "more than" so much made-up answers should be. */
const pointsAbove = 3

function aimOf({ sharePercent, qualifier }: Figure): number {
  return Math.min(100, qualifier === 'more_than' ? sharePercent + pointsAbove : sharePercent) / 100
}

/** What figures ask of made-up answers. Those that restate others or are disputed ask nothing. */
export function targetsOf(figures: readonly Figure[]): readonly Target[] {
  return figures.flatMap((figure) => {
    const indicator = indicatorOf(figure.indicator)
    if (indicator.isRestatement === true || figure.status === 'disputed') return []
    return indicator.statements.flatMap((statement) => {
      const population = populationOf(figure, indicator, statement)
      const isTrue = countedTruthOf(statement, figure.timeFrame)
      return population === null ? [] : [{ population, isTrue, share: aimOf(figure) }]
    })
  })
}
