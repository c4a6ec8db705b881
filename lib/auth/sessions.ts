import { deleteSession, listStoredSessions } from '@/lib/db/admin/sessions'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireRole, type Refusal, type Refused } from './admin-state'
import { leastRole } from './roles'
import { earliestStart } from './session-limits'

/** A session, by what a person remembers of it: nothing is kept of where it is. */
export interface ListedSession {
  readonly id: string
  readonly isCurrent: boolean
  readonly startedAt: Date
  /** Within five minutes. */
  readonly lastUsedAt: Date
}

/** One's own sessions, the last used first. Throws DatabaseError. */
export async function listSessions(
  request: AdminRequest,
): Promise<{ readonly ok: true; readonly sessions: readonly ListedSession[] } | Refused> {
  const permitted = requireRole(await readAdminState(request), leastRole.ownAccount)
  if (!permitted.ok) return permitted
  const now = new Date()
  const found = await listStoredSessions(request.database, permitted.admin.id, now, earliestStart(now))
  const sessions = found.map(({ id, createdAt: startedAt, updatedAt: lastUsedAt }) => {
    return { id, isCurrent: id === permitted.session.id, startedAt, lastUsedAt }
  })
  return { ok: true, sessions }
}

/** Ends one of one's own sessions, at once. Throws DatabaseError. */
export async function revokeSession(
  request: AdminRequest,
  { id }: { readonly id: string },
): Promise<{ readonly ok: true } | Refused<Refusal | 'unknownSession'>> {
  const permitted = requireRole(await readAdminState(request), leastRole.ownAccount)
  if (!permitted.ok) return permitted
  const isDone = await deleteSession(request.database, permitted.admin.id, id)
  if (!isDone) return { ok: false, reason: 'unknownSession' }
  const revoked = { action: 'sessionRevoked', subject: null, outcome: 'succeeded', details: {} } as const
  await request.record({ ...revoked, actor: permitted.admin.id })
  return { ok: true }
}
