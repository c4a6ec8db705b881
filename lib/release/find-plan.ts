import type { RecordTable } from '@/lib/anonymisation/record-tally'
import type { Reading } from '@/lib/db/engine/read-consistently'
import { countPerWeek, scopeOf } from '@/lib/db/release-responses'
import { listDelivered, readParticipation } from '@/lib/db/release-delivery'
import type { ReleaseRequest } from '@/lib/db/releases'
import { instrumentVersion } from '@/lib/instrument/versions'
import { choosePlan, renewedPlan, rulesOf, type ChosenPlan } from './choose-plan'
import { nextCutOff, type CutOff } from './cut-off'
import { against, plansOf, type Against } from './earlier-plans'
import { lastEndedWeek } from './ended-week'
import type { Progress } from './progress'
import { readRecordTable } from './read-responses'
import type { ReleaseResult } from './result'

/** What the database said at the moment of the reading. */
export interface Basis {
  readonly cutOff: CutOff
  readonly isDemo: boolean
  readonly removalCount: number
  readonly deliveryCount: number
}

/** What is to be released, and the table of the records that were read. */
export interface FoundPlan extends ChosenPlan {
  readonly table: RecordTable
  /** The release that it renews; null where the plan is a new one. */
  readonly renews: string | null
}

/** What was found: a plan, or why there is none. */
export interface Findings {
  readonly basis: Basis
  readonly found: FoundPlan | Extract<ReleaseResult, { outcome: 'refused' }>
}

/**
 * Reads the responses of a wave's next release at the moment `now`, and finds its plan. Their records are in the file at `path`
 * afterwards. Stops where `signal` is aborted, with its reason. Throws as `readRecordTable` does.
 */
export async function findPlan(
  reading: Reading,
  request: ReleaseRequest,
  { path, now }: { readonly path: string; readonly now: Date },
  progress: Progress,
  signal: AbortSignal,
): Promise<Findings> {
  const { waveId, smallestClass } = request
  const counts = await readParticipation(reading, waveId)
  const scope = await scopeOf(reading, waveId)
  const plans = plansOf(await listDelivered(reading, waveId, scope.isDemo))
  const perWeek = await countPerWeek(reading, scope)
  const lastWeek =
    plans
      .map(({ cutOffWeek }) => cutOffWeek)
      .toSorted()
      .at(-1) ?? null
  const cutOff = nextCutOff(perWeek, lastWeek, lastEndedWeek(now), smallestClass)
  const basis = { cutOff, isDemo: scope.isDemo, ...counts }
  const refused = (reason: 'noResponses' | 'otherInstrument') =>
    ({ basis, found: { outcome: 'refused', reason } }) as const

  const total = [...perWeek].reduce((sum, [week, count]) => sum + (week <= cutOff.week ? count : 0), 0)
  if (total === 0) return refused('noResponses')
  if (plans.some((plan) => plan.instrumentVersion !== instrumentVersion)) return refused('otherInstrument')

  const rules = rulesOf(request)
  const read = async ({ earlier }: Pick<Against, 'earlier'>) => {
    progress.begin('reading', total)
    const table = await readRecordTable(
      reading,
      { scope, cutOffWeek: cutOff.week, earlier, path },
      progress,
      signal,
    )
    progress.begin('anonymising', table.records)
    return table
  }
  const { earlier, renewed } = against(plans, cutOff.week, request)
  if (renewed) {
    const table = await read({ earlier })
    const chosen = renewedPlan(table, renewed.plan, rules)
    if (chosen) return { basis, found: { ...chosen, table, renews: renewed.id } }
  }
  // Also where nothing is left of the release that would be renewed: then this one has to respect all others.
  const table = await read({ earlier: plans })
  const chosen = choosePlan(table, rules)
  if ('plan' in chosen) return { basis, found: { ...chosen, table, renews: null } }
  return { basis, found: { outcome: 'refused', reason: 'rules', why: chosen } }
}
