import { criteria, type CriterionState } from './accessibility-audit.data'

export interface Conformity {
  /** What the law calls it: `full` means all criteria that apply, `partial` at least half of them. */
  readonly state: 'full' | 'partial' | 'none'
  readonly criterionCount: number
  readonly applicableCount: number
  readonly conformCount: number
  /** Criteria that are conform among those that apply, rounded down, so that 100 means all. */
  readonly ratePercent: number
}

/** The result of an audit, as the method of the RGAA works it out. https://accessibilite.numerique.gouv.fr/obligations/evaluation-conformite/ */
export function conformityOf(states: readonly CriterionState[]): Conformity {
  const applicableCount = states.filter((state) => state !== 'notApplicable').length
  const conformCount = states.filter((state) => state === 'conform').length
  const state =
    applicableCount === 0 || conformCount * 2 < applicableCount
      ? 'none'
      : conformCount < applicableCount
        ? 'partial'
        : 'full'
  return {
    state,
    criterionCount: states.length,
    applicableCount,
    conformCount,
    ratePercent: applicableCount === 0 ? 0 : Math.floor((100 * conformCount) / applicableCount),
  }
}

/** What the site's own audit found. */
export const conformity = conformityOf(Object.values(criteria))
