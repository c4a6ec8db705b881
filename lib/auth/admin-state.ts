import { deleteSession } from '@/lib/db/admin/sessions'
import { askAuth, type AdminRequest } from './admin-request'
import { hasRole, isRole, type Role } from './roles'
import { earliestStart, isFresh } from './session-limits'

export interface Admin {
  readonly id: string
  readonly email: string
  readonly role: Role
}

export interface AdminSession {
  readonly id: string
  readonly startedAt: Date
  /** Unless it is used. */
  readonly expiresAt: Date
  readonly secondFactorAt: Date
}

/** How far someone is on the way in. Nothing of the admin area is shown before `signedIn`. */
export type AdminState =
  | { readonly state: 'signedOut' }
  | { readonly state: 'secondFactorPending' }
  | { readonly state: 'secondFactorToSetUp'; readonly admin: Admin }
  | {
      readonly state: 'recoveryCodesToConfirm'
      readonly admin: Admin
      readonly session: AdminSession
    }
  | { readonly state: 'signedIn'; readonly admin: Admin; readonly session: AdminSession }

/** Why someone may not do something. */
export type Refusal = Exclude<AdminState['state'], 'signedIn'> | 'forbidden'

export type SignedIn = { readonly ok: true; readonly admin: Admin; readonly session: AdminSession }
export type Refused<Reason extends string = Refusal> = { readonly ok: false; readonly reason: Reason }

/** The id of the account whose password was right and whose second factor is awaited; null without one. */
export async function findPendingId(request: AdminRequest): Promise<string | null> {
  if (request.cookies.read('pending') === undefined) return null
  return askAuth(request, async (api, headers) => ({ response: await api.pendingUser({ headers }) }))
}

/** How far the browser of a request is on the way in. Renews a session that is used. Throws DatabaseError. */
export async function readAdminState(request: AdminRequest): Promise<AdminState> {
  const found =
    request.cookies.read('session') === undefined
      ? null
      : await askAuth(request, async (api, headers) => ({ response: await api.getSession({ headers }) }))
  if (found === null) {
    const pendingId = await findPendingId(request)
    return { state: pendingId === null ? 'signedOut' : 'secondFactorPending' }
  }

  const { user, session } = found
  if (session.createdAt <= earliestStart(new Date())) {
    await deleteSession(request.database, user.id, session.id)
    return { state: 'signedOut' }
  }
  if (!isRole(user.role)) throw new Error('an account has a role that is none')
  const admin = { id: user.id, email: user.email, role: user.role }
  if (!user.twoFactorEnabled) return { state: 'secondFactorToSetUp', admin }
  // A session that began before there was a second factor, elsewhere: it has not been checked here.
  if (!session.secondFactorAt) return { state: 'signedOut' }
  const { id, createdAt: startedAt, expiresAt, secondFactorAt } = session
  const state = user.newRecoveryCodes ? 'recoveryCodesToConfirm' : 'signedIn'
  return { state, admin, session: { id, startedAt, expiresAt, secondFactorAt } }
}

/** Whether someone may enter what needs a role. Every page and action of the admin area asks. */
export function requireRole(found: AdminState, needed: Role): SignedIn | Refused {
  if (found.state !== 'signedIn') return { ok: false, reason: found.state }
  if (!hasRole(found.admin.role, needed)) return { ok: false, reason: 'forbidden' }
  return { ok: true, admin: found.admin, session: found.session }
}

/** Whether someone may do what is sensitive and needs a role: the second factor must have been checked a short while ago. */
export function requireFresh(
  found: AdminState,
  needed: Role,
  now: Date,
): SignedIn | Refused<Refusal | 'notFresh'> {
  const permitted = requireRole(found, needed)
  return permitted.ok && !isFresh(permitted.session, now) ? { ok: false, reason: 'notFresh' } : permitted
}
