import { whyNoRelease, type NoRelease } from '@/lib/anonymisation/no-release'
import type { RecordTable } from '@/lib/anonymisation/record-tally'
import { planAt, renewPlan, type ReleasePlan } from '@/lib/anonymisation/release-plan'
import { ruleLimits } from '@/lib/anonymisation/release-rules'
import { riskReport, type RiskReport } from '@/lib/anonymisation/risk-report'
import { search, type ReleaseRules } from '@/lib/anonymisation/search'
import type { ReleaseRequest } from '@/lib/db/releases'

/** A plan that meets the rules, and its report. */
export interface ChosenPlan {
  readonly plan: ReleasePlan
  readonly report: RiskReport
}

/** The rules of a request. Diversity is as usual: it cannot be asked for. */
export function rulesOf({
  smallestClass,
  largestWithheldPercent,
}: Pick<ReleaseRequest, 'smallestClass' | 'largestWithheldPercent'>): ReleaseRules {
  return {
    k: smallestClass,
    l: ruleLimits.l.usual,
    largestWithheldShare: largestWithheldPercent / 100,
  }
}

/** The plan of an earlier release, for the records that are left; null where none of its classes may be released any more. */
export function renewedPlan(
  table: RecordTable,
  earlier: ReleasePlan,
  rules: ReleaseRules,
): ChosenPlan | null {
  const plan = renewPlan(earlier, table, rules)
  const report = riskReport(table, plan)
  return report && { plan, report }
}

/** The plan that loses least; or, where none meets the rules, why. */
export function choosePlan(table: RecordTable, rules: ReleaseRules): ChosenPlan | NoRelease {
  const found = search(table, rules)
  const plan = found && planAt(table, found.levels, rules)
  const report = plan && riskReport(table, plan)
  return plan && report ? { plan, report } : whyNoRelease(table, rules)
}
