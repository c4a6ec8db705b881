import { readLastSmallestGroup } from '@/lib/db/scheme'
import { changeStoredSettings } from '@/lib/db/settings'
import {
  choosableRanges,
  parseSettings,
  type SettingName,
  type SettingProblem,
} from '@/lib/settings/owner-settings'
import type { RetentionPeriods } from '@/lib/contribution/retention'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireFresh, type Refusal, type Refused } from './admin-state'
import { leastRole } from './roles'

/** What a form says of some settings. */
interface SentSettings {
  readonly sent: Readonly<Partial<Record<SettingName, string>>>
  /** The operator's periods, which owners can only shorten. */
  readonly longest: RetentionPeriods
  /** The current wave, whose last edition says how small the smallest group may be. */
  readonly waveId: string
  readonly auditKey: string
}

export type SettingsResult =
  | { readonly ok: true }
  | Refused<Refusal | 'notFresh'>
  | {
      readonly ok: false
      readonly reason: 'badSettings'
      readonly problems: Readonly<Partial<Record<SettingName, SettingProblem>>>
    }

/** Changes settings at once, all that were sent or none, and records each change with them; for owners. Throws DatabaseError. */
export async function changeSettings(
  request: AdminRequest,
  { sent, longest, waveId, auditKey }: SentSettings,
): Promise<SettingsResult> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.settings, now)
  if (!permitted.ok) return permitted
  const lastSmallestGroup = await readLastSmallestGroup(request.database, waveId)
  const parsed = parseSettings(sent, choosableRanges(longest, lastSmallestGroup))
  if (!parsed.ok) return { ok: false, reason: 'badSettings', problems: parsed.problems }
  const { numbers } = parsed
  const change = { numbers, longest, actor: permitted.admin.id, auditKey, now }
  await changeStoredSettings(request.database, change)
  return { ok: true }
}
