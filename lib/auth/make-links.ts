import { systemActor } from '@/lib/audit/entry'
import { findAdminByEmail, findAdminById, type StoredAdmin } from '@/lib/db/admin/accounts'
import { deleteInvitation, keepInvitation, listOpenInvitations } from '@/lib/db/admin/invitations'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireFresh, requireRole, type Refusal, type Refused } from './admin-state'
import { parseEmail } from './email-address'
import { invitationHours, invitationTokenHash, makeInvitationToken, type MadeLink } from './invitation-token'
import { isRole, leastRole, type Role } from './roles'

type Maker = Pick<AdminRequest, 'database' | 'secret' | 'record'>

export interface ListedInvitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly purpose: 'account' | 'recovery'
  readonly expiresAt: Date
}

interface LinkFor {
  readonly email: string
  readonly role: Role
  readonly userId: string | null
}

/** `who`: an owner's id, or `system`. */
async function makeLink(maker: Maker, who: string, { email, role, userId }: LinkFor): Promise<MadeLink> {
  const token = makeInvitationToken()
  const createdAt = new Date()
  const expiresAt = new Date(createdAt.getTime() + invitationHours * 60 * 60 * 1000)
  const tokenHash = invitationTokenHash(maker.secret, token)
  const createdById = who === systemActor ? null : who
  const invitation = { tokenHash, email, role, userId, createdById, createdAt, expiresAt }
  const id = await keepInvitation(maker.database, invitation)
  const made = { actor: who, outcome: 'succeeded' } as const
  await maker.record(
    userId === null
      ? { ...made, action: 'invitationMade', subject: id, details: { role } }
      : { ...made, action: 'recoveryLinkMade', subject: userId, details: {} },
  )
  return { ok: true, token, email, role, purpose: userId === null ? 'account' : 'recovery', expiresAt }
}

async function makeRecoveryLink(
  maker: Maker,
  who: string,
  { id, email, role }: StoredAdmin,
): Promise<MadeLink> {
  if (!isRole(role)) throw new Error('an account has a role that is none')
  return makeLink(maker, who, { email, role, userId: id })
}

/**
 * Makes the link that the operator asks for on the machine: for a new owner, or, where the address has an account, to
 * recover that, with the role that it has. Throws DatabaseError.
 */
export async function createOperatorLink(
  maker: Maker,
  { email: typed }: { readonly email: string },
): Promise<MadeLink | Refused<'badEmail'>> {
  const email = parseEmail(typed)
  if (email === null) return { ok: false, reason: 'badEmail' }
  const admin = await findAdminByEmail(maker.database, email)
  if (admin !== null) return makeRecoveryLink(maker, systemActor, admin)
  return makeLink(maker, systemActor, { email, role: 'owner', userId: null })
}

/** Makes the link for a new account; for owners. It takes the place of an earlier one for the address. Throws DatabaseError. */
export async function inviteAdmin(
  request: AdminRequest,
  { email: typed, role }: { readonly email: string; readonly role: Role },
): Promise<MadeLink | Refused<Refusal | 'notFresh' | 'badEmail' | 'accountExists'>> {
  const permitted = requireFresh(await readAdminState(request), leastRole.accounts, new Date())
  if (!permitted.ok) return permitted
  const email = parseEmail(typed)
  if (email === null) return { ok: false, reason: 'badEmail' }
  if ((await findAdminByEmail(request.database, email)) !== null)
    return { ok: false, reason: 'accountExists' }
  return makeLink(request, permitted.admin.id, { email, role, userId: null })
}

/**
 * Makes the link with which someone chooses another password and sets up another second factor; for owners. Until it is
 * used, the present ones work. Throws DatabaseError.
 */
export async function createRecoveryLink(
  request: AdminRequest,
  { id }: { readonly id: string },
): Promise<MadeLink | Refused<Refusal | 'notFresh' | 'unknownAdmin'>> {
  const permitted = requireFresh(await readAdminState(request), leastRole.accounts, new Date())
  if (!permitted.ok) return permitted
  const admin = await findAdminById(request.database, id)
  if (admin === null) return { ok: false, reason: 'unknownAdmin' }
  return makeRecoveryLink(request, permitted.admin.id, admin)
}

/** The links that can still be used, without their tokens; for owners. Throws DatabaseError. */
export async function listInvitations(
  request: AdminRequest,
): Promise<{ readonly ok: true; readonly invitations: readonly ListedInvitation[] } | Refused> {
  const permitted = requireRole(await readAdminState(request), leastRole.accounts)
  if (!permitted.ok) return permitted
  const found = await listOpenInvitations(request.database, new Date())
  const invitations = found.flatMap(({ id, email, role, userId, expiresAt }): ListedInvitation[] =>
    isRole(role) ? [{ id, email, role, purpose: userId === null ? 'account' : 'recovery', expiresAt }] : [],
  )
  return { ok: true, invitations }
}

/** Makes a link that was not used useless; for owners. Throws DatabaseError. */
export async function withdrawInvitation(
  request: AdminRequest,
  { id }: { readonly id: string },
): Promise<{ readonly ok: true } | Refused<Refusal | 'notFresh' | 'unknownInvitation'>> {
  const permitted = requireFresh(await readAdminState(request), leastRole.accounts, new Date())
  if (!permitted.ok) return permitted
  if (!(await deleteInvitation(request.database, id))) return { ok: false, reason: 'unknownInvitation' }
  const withdrawn = { action: 'invitationWithdrawn', subject: id, outcome: 'succeeded', details: {} } as const
  await request.record({ ...withdrawn, actor: permitted.admin.id })
  return { ok: true }
}
