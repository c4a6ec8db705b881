import type { EarlierRelease } from '@/lib/anonymisation/earlier-releases'
import type { DeliveredRelease } from '@/lib/db/release-delivery'
import { readPlan, type StoredPlan } from './stored-plan'

/** An earlier release that told something, with its rules. */
export interface DeliveredPlan
  extends
    EarlierRelease,
    Pick<DeliveredRelease, 'id' | 'smallestClass' | 'largestWithheldPercent'>,
    StoredPlan {}

/** What was delivered that told something of its own: a release that renews another one told nothing that the other had not. */
export function plansOf(delivered: readonly DeliveredRelease[]): readonly DeliveredPlan[] {
  return delivered
    .map(({ plan, ...release }) => ({ ...release, ...readPlan(plan) }))
    .filter(({ renews }) => renews === null)
}

/** What a release is made against. */
export interface Against {
  /** The earlier releases whose classes it must not divide into small ones, in their order. */
  readonly earlier: readonly DeliveredPlan[]
  /** The earlier release that it is again, with the same cut-off and rules; null where it is a new one. */
  readonly renewed: DeliveredPlan | null
}

/** Whether it renews an earlier release: the latest one of this cut-off that was made with these rules. */
export function against(
  plans: readonly DeliveredPlan[],
  cutOffWeek: string,
  rules: Pick<DeliveredRelease, 'smallestClass' | 'largestWithheldPercent'>,
): Against {
  const place = plans.findLastIndex(
    (plan) =>
      plan.cutOffWeek === cutOffWeek &&
      plan.smallestClass === rules.smallestClass &&
      plan.largestWithheldPercent === rules.largestWithheldPercent,
  )
  return place === -1
    ? { earlier: plans, renewed: null }
    : { earlier: plans.slice(0, place), renewed: plans[place] ?? null }
}
