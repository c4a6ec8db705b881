import { findTotpSecret, takeStep } from '@/lib/db/admin/second-factors'
import { noteSecondFactor } from '@/lib/db/admin/sessions'
import { askAuth, type AdminRequest } from './admin-request'
import { findPendingId, readAdminState, requireRole, type Refusal, type Refused } from './admin-state'
import { attempt, recordAttempt } from './attempts'
import { rememberDevice } from './device'
import { recoveryCodeHash } from './recovery-codes'
import { leastRole } from './roles'
import { matchingStep } from './totp'
import { decryptTotpSecret } from './totp-secret'

/** `wrongCode`: also one that was used, and any code after too many wrong ones. `signedOut`: start with the password. */
export type SecondFactorResult = { readonly ok: true } | Refused<'wrongCode' | 'signedOut'>

/** With a session, the library would look at its account instead of the one that waits. */
const askPending = async <Result>(request: AdminRequest, ask: Parameters<typeof askAuth<Result>>[1]) =>
  askAuth(request, ask, ['pending'])

/** Takes a code of someone's authenticator, which works once; null where it is wrong. */
async function takeTotp(
  { database, secret }: AdminRequest,
  userId: string,
  code: string,
): Promise<true | null> {
  const encrypted = await findTotpSecret(database, userId)
  if (encrypted === null) return null
  const step = await matchingStep(await decryptTotpSecret(secret, encrypted), code, new Date())
  return step !== null && (await takeStep(database, userId, step)) ? true : null
}

interface Factor {
  readonly account: string
  readonly isIn: boolean
  readonly step: 'secondFactor' | 'recoveryCode'
}

/** Counts a try of someone's second factor and looks at it, and records it. */
async function tryFactor<Right>(
  request: AdminRequest,
  factor: Factor,
  check: () => Promise<Right | null>,
): Promise<boolean> {
  const { account } = factor
  const { outcome } = await attempt(request, { kind: 'code', whose: account, account }, check)
  await recordAttempt(request, { ...factor, outcome })
  return outcome === 'right'
}

/** Signs in with a code of the authenticator, after the password. A code works once. Throws DatabaseError. */
export async function verifyTotp(
  request: AdminRequest,
  { code }: { readonly code: string },
): Promise<SecondFactorResult> {
  const userId = await findPendingId(request)
  if (userId === null) return { ok: false, reason: 'signedOut' }
  const factor = { account: userId, isIn: false, step: 'secondFactor' } as const
  const isRight = await tryFactor(request, factor, async () => {
    if ((await takeTotp(request, userId, code)) === null) return null
    // The code is right, and taken: this turns the challenge into a session.
    const body = { code: code.replaceAll(/\s/g, '') }
    return askPending(request, async (api, headers) => api.verifyTOTP({ body, headers, returnHeaders: true }))
  })
  if (isRight) await rememberDevice(request, userId)
  return isRight ? { ok: true } : { ok: false, reason: 'wrongCode' }
}

/** Signs in with a recovery code, after the password. A code works once. Throws DatabaseError. */
export async function verifyRecoveryCode(
  request: AdminRequest,
  { code }: { readonly code: string },
): Promise<SecondFactorResult> {
  const userId = await findPendingId(request)
  if (userId === null) return { ok: false, reason: 'signedOut' }
  const body = { code: recoveryCodeHash(request.secret, code) }
  const factor = { account: userId, isIn: false, step: 'recoveryCode' } as const
  const isRight = await tryFactor(request, factor, async () =>
    askPending(request, async (api, headers) => api.verifyBackupCode({ body, headers, returnHeaders: true })),
  )
  if (isRight) await rememberDevice(request, userId)
  return isRight ? { ok: true } : { ok: false, reason: 'wrongCode' }
}

/**
 * Checks the authenticator again for someone who is signed in: what is sensitive may be done for the next 15 minutes.
 * Throws DatabaseError.
 */
export async function confirmSecondFactor(
  request: AdminRequest,
  { code }: { readonly code: string },
): Promise<{ readonly ok: true } | Refused<Refusal | 'wrongCode'>> {
  const permitted = requireRole(await readAdminState(request), leastRole.ownAccount)
  if (!permitted.ok) return permitted
  const { admin, session } = permitted
  const factor = { account: admin.id, isIn: true, step: 'secondFactor' } as const
  const isRight = await tryFactor(request, factor, async () => takeTotp(request, admin.id, code))
  if (!isRight) return { ok: false, reason: 'wrongCode' }
  await noteSecondFactor(request.database, session.id, new Date())
  return { ok: true }
}
