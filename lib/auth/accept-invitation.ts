import { hashPassword } from 'better-auth/crypto'
import { findAdminById } from '@/lib/db/admin/accounts'
import { findInvitation, redeemInvitation, type StoredInvitation } from '@/lib/db/admin/invitations'
import { askAuth, type AdminRequest } from './admin-request'
import type { Refused } from './admin-state'
import { attemptKey } from './attempts'
import { invitationTokenHash } from './invitation-token'
import { passwordProblem, type PasswordProblem } from './password-rules'
import { isRole, type Role } from './roles'
import { siteName } from './site-name'

/** Why a link does not work. The holder of its 256 bits may know. */
export type InvitationProblem = 'unknown' | 'used' | 'expired'

/** What a link is for. */
export interface OpenInvitation {
  readonly ok: true
  readonly email: string
  /** `recovery`: the account exists; its password and second factor are replaced. */
  readonly purpose: 'account' | 'recovery'
  /** Of the new account, or the one that the account has now. */
  readonly role: Role
}

async function find(
  { database, secret }: AdminRequest,
  token: string,
): Promise<StoredInvitation | InvitationProblem> {
  const found = await findInvitation(database, invitationTokenHash(secret, token))
  if (found === null) return 'unknown'
  if (found.usedAt !== null) return 'used'
  return found.expiresAt > new Date() ? found : 'expired'
}

/** What a link is for, without using it. Throws DatabaseError. */
export async function readInvitation(
  request: AdminRequest,
  { token }: { readonly token: string },
): Promise<OpenInvitation | Refused<InvitationProblem>> {
  const found = await find(request, token)
  if (typeof found === 'string') return { ok: false, reason: found }
  const { email, userId } = found
  const account = userId === null ? null : await findAdminById(request.database, userId)
  const role = account?.role ?? found.role
  if (!isRole(role)) throw new Error('a link has a role that is none')
  return { ok: true, email, purpose: userId === null ? 'account' : 'recovery', role }
}

/**
 * Uses a link, once: makes the account, or replaces its password and takes its second factor and sessions away. The
 * person is then signed in as far as setting up a second factor. A password that is refused does not use the link up. Throws
 * DatabaseError.
 */
export async function acceptInvitation(
  request: AdminRequest,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<{ readonly ok: true; readonly next: 'setUp' } | Refused<InvitationProblem | PasswordProblem>> {
  const found = await find(request, token)
  if (typeof found === 'string') return { ok: false, reason: found }
  const { email, userId } = found
  const problem = passwordProblem(password, email, siteName)
  if (problem !== null) return { ok: false, reason: problem }

  const account = await redeemInvitation(request.database, found, {
    passwordHash: await hashPassword(password),
    now: new Date(),
    staleAttempts: (id) => [
      attemptKey(request.secret, 'password', email),
      attemptKey(request.secret, 'code', id),
    ],
  })
  if (account === null) return { ok: false, reason: 'used' }
  const done = { actor: account, outcome: 'succeeded', details: {} } as const
  await request.record(
    userId === null
      ? { ...done, action: 'invitationAccepted', subject: found.id }
      : { ...done, action: 'accountRecovered', subject: null },
  )
  await askAuth(request, async (api, headers) =>
    api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
  )
  return { ok: true, next: 'setUp' }
}
