import { hashPassword } from 'better-auth/crypto'
import { findAdminByEmail } from '@/lib/db/admin/accounts'
import { findPasswordHash } from '@/lib/db/admin/credentials'
import { askAuth, type AdminRequest } from './admin-request'
import { readAdminState, type Refused } from './admin-state'
import { attempt, recordAttempt } from './attempts'
import { parseEmail } from './email-address'

/** What has to be done after the password: give a code of the second factor, or set one up. */
export type SignInResult = { readonly ok: true; readonly next: 'secondFactor' | 'setUp' } | Refused<'refused'>

/**
 * Checks an e-mail address and a password. A wrong password, an address without an account and an account that is locked
 * are answered alike, with the same work. Throws DatabaseError.
 */
export async function signIn(
  request: AdminRequest,
  { email: typed, password }: { readonly email: string; readonly password: string },
): Promise<SignInResult> {
  // What is no address has no account, and counts as one that nobody has.
  const email = parseEmail(typed) ?? ''
  const admin = await findAdminByEmail(request.database, email)
  const target = { kind: 'password', whose: email, account: admin?.id ?? null } as const
  const tried = await attempt(request, target, async () => {
    const found = await askAuth(request, async (api, headers) =>
      api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
    )
    // The clock must not tell whether there is an account. The library hashes the password in any case, and asks for what is kept
    // of it only where there is one.
    if (admin === null) await findPasswordHash(request.database, '')
    return found
  })
  const { outcome } = tried
  if (outcome === 'locked' || outcome === 'stillLocked') await hashPassword(password)
  if (admin !== null)
    await recordAttempt(request, { account: admin.id, isIn: false, step: 'password', outcome })
  // Not counted where the other is not recorded: both take as long.
  else if (outcome !== 'stillLocked') await request.countUnknown()
  if (tried.outcome !== 'right') return { ok: false, reason: 'refused' }
  return { ok: true, next: 'twoFactorRedirect' in tried.found ? 'secondFactor' : 'setUp' }
}

/** Ends the session, or a sign-in that has not come to one. It is gone at once. Throws DatabaseError. */
export async function signOut(request: AdminRequest): Promise<void> {
  const found = await readAdminState(request)
  if (request.cookies.read('session') !== undefined) {
    await askAuth(request, async (api, headers) => api.signOut({ headers, returnHeaders: true }))
  }
  if (request.cookies.read('pending') !== undefined) {
    await askAuth(request, async (api, headers) => api.dropPendingUser({ headers, returnHeaders: true }))
  }
  if (!('admin' in found)) return
  const signedOut = { action: 'signOut', subject: null, outcome: 'succeeded', details: {} } as const
  await request.record({ ...signedOut, actor: found.admin.id })
}
