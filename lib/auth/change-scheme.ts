import { chooseScheme } from '@/lib/db/scheme'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireFresh, type Refusal, type Refused } from './admin-state'
import { leastRole } from './roles'

interface SchemeChange {
  readonly waveId: string
  readonly scheme: Scheme
  readonly auditKey: string
}

export type SchemeResult = { readonly ok: true } | Refused<Refusal | 'notFresh' | 'schemeFrozen'>

/** Chooses the scheme of a wave's files, and records it, as long as no edition has frozen it; for owners. Throws DatabaseError. */
export async function changeScheme(request: AdminRequest, change: SchemeChange): Promise<SchemeResult> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.settings, now)
  if (!permitted.ok) return permitted
  const choice = { ...change, actor: permitted.admin.id, now }
  return (await chooseScheme(request.database, choice)) ? { ok: true } : { ok: false, reason: 'schemeFrozen' }
}
