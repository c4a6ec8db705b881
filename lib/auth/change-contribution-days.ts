import type { DayField, DayProblem } from '@/lib/contribution/contribution-days'
import { chooseContributionDays } from '@/lib/db/contribution-days'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireFresh, type Refusal, type Refused } from './admin-state'
import { leastRole } from './roles'

interface SentDays {
  readonly waveId: string
  /** What a form says, empty for no day. */
  readonly sent: Readonly<Record<DayField, string>>
  readonly auditKey: string
}

export type DaysResult =
  | { readonly ok: true }
  | Refused<Refusal | 'notFresh'>
  | {
      readonly ok: false
      readonly reason: 'badSettings'
      readonly problems: Readonly<Partial<Record<DayField, DayProblem>>>
    }

/** Chooses the days of a wave on which answers are contributed, both or none, and records them; for owners. Throws DatabaseError. */
export async function changeContributionDays(request: AdminRequest, change: SentDays): Promise<DaysResult> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.settings, now)
  if (!permitted.ok) return permitted
  const choice = { ...change, actor: permitted.admin.id, now }
  const parsed = await chooseContributionDays(request.database, choice)
  return parsed.ok ? { ok: true } : { ok: false, reason: 'badSettings', problems: parsed.problems }
}
