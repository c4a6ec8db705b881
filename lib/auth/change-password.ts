import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { findPasswordHash, replacePassword } from '@/lib/db/admin/credentials'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireFresh, type Refusal, type Refused } from './admin-state'
import { attempt, recordAttempt } from './attempts'
import { passwordProblem, type PasswordProblem } from './password-rules'
import { leastRole } from './roles'
import { siteName } from './site-name'

/** `wrongPassword`: also after too many wrong ones, those of signing in included. */
export type PasswordChange =
  | { readonly ok: true }
  | Refused<Refusal | PasswordProblem | 'notFresh' | 'wrongPassword'>

/**
 * Changes one's own password, for an admin who knows the present one and checked the second factor a short while ago. Their other
 * sessions end. Throws DatabaseError.
 */
export async function changePassword(
  request: AdminRequest,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<PasswordChange> {
  const permitted = requireFresh(await readAdminState(request), leastRole.ownAccount, new Date())
  if (!permitted.ok) return permitted
  const { id: userId, email } = permitted.admin
  const problem = passwordProblem(next, email, siteName)
  if (problem !== null) return { ok: false, reason: problem }

  const after = await hashPassword(next)
  const target = { kind: 'password', whose: email, account: userId } as const
  const { outcome } = await attempt(request, target, async () => {
    const before = await findPasswordHash(request.database, userId)
    if (before === null || !(await verifyPassword({ hash: before, password: present }))) return null
    const whose = { userId, keptSession: permitted.session.id }
    return (await replacePassword(request.database, whose, { before, after })) ? true : null
  })
  const tried = { account: userId, isIn: true, step: 'password', outcome } as const
  await recordAttempt(request, { ...tried, action: 'passwordSet' })
  return outcome === 'right' ? { ok: true } : { ok: false, reason: 'wrongPassword' }
}
