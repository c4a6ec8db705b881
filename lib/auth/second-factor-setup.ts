import { findPendingSecret, keepPendingSecret, keepSecondFactor } from '@/lib/db/admin/second-factors'
import { deleteOtherSessions } from '@/lib/db/admin/sessions'
import { askAuth, type AdminRequest } from './admin-request'
import { readAdminState, requireFresh, type Admin, type Refusal, type Refused } from './admin-state'
import { attempt, recordAttempt } from './attempts'
import { rememberDevice } from './device'
import { makeNewRecoveryCodes } from './new-recovery-codes'
import { leastRole } from './roles'
import { siteName } from './site-name'
import { makeTotpSecret, matchingStep, qrCode, totpUri, type QrCode } from './totp'
import { decryptTotpSecret, encryptTotpSecret } from './totp-secret'

export interface TotpSetup {
  readonly ok: true
  /** In base 32, for typing. */
  readonly secret: string
  /** `otpauth:` address, for a link on the same device. */
  readonly uri: string
  readonly qrCode: QrCode
}

/** Someone who has no second factor yet, or who has proved a short while ago to have the present one. */
async function mayChangeFactor(
  request: AdminRequest,
): Promise<{ readonly ok: true; readonly admin: Admin } | Refused<Refusal | 'notFresh'>> {
  const found = await readAdminState(request)
  if (found.state === 'secondFactorToSetUp') return { ok: true, admin: found.admin }
  return requireFresh(found, leastRole.ownAccount, new Date())
}

const setupOf = (secret: string, email: string): TotpSetup => {
  const uri = totpUri(secret, siteName, email)
  return { ok: true, secret, uri, qrCode: qrCode(uri) }
}

/** Begins to set up a second factor, or another one: an earlier one stays until this one is confirmed. Throws DatabaseError. */
export async function beginTotpSetup(
  request: AdminRequest,
): Promise<TotpSetup | Refused<Refusal | 'notFresh'>> {
  const permitted = await mayChangeFactor(request)
  if (!permitted.ok) return permitted
  const secret = makeTotpSecret()
  await keepPendingSecret(
    request.database,
    permitted.admin.id,
    await encryptTotpSecret(request.secret, secret),
  )
  return setupOf(secret, permitted.admin.email)
}

/** What `beginTotpSetup` gave, for showing it again after a wrong code. Throws DatabaseError. */
export async function readTotpSetup(
  request: AdminRequest,
): Promise<TotpSetup | Refused<Refusal | 'notFresh' | 'notBegun'>> {
  const permitted = await mayChangeFactor(request)
  if (!permitted.ok) return permitted
  const pending = await findPendingSecret(request.database, permitted.admin.id)
  if (pending === null) return { ok: false, reason: 'notBegun' }
  return setupOf(await decryptTotpSecret(request.secret, pending), permitted.admin.email)
}

/**
 * Puts the authenticator in its place with a code of it. The session is replaced, the person's others end, and new recovery codes
 * wait to be confirmed. Throws DatabaseError.
 */
export async function confirmTotpSetup(
  request: AdminRequest,
  { code }: { readonly code: string },
): Promise<{ readonly ok: true } | Refused<Refusal | 'notFresh' | 'notBegun' | 'wrongCode'>> {
  const permitted = await mayChangeFactor(request)
  if (!permitted.ok) return permitted
  const { database, secret } = request
  const { id } = permitted.admin
  const pending = await findPendingSecret(database, id)
  if (pending === null) return { ok: false, reason: 'notBegun' }

  const recoveryCodes = await makeNewRecoveryCodes(secret, new Date())
  const { outcome } = await attempt(request, { kind: 'code', whose: id, account: id }, async () => {
    const step = await matchingStep(await decryptTotpSecret(secret, pending), code, new Date())
    if (step === null) return null
    return (await keepSecondFactor(database, id, { secret: pending, recoveryCodes, step })) ? true : null
  })
  const tried = { account: id, isIn: true, step: 'secondFactor', outcome } as const
  await recordAttempt(request, { ...tried, action: 'secondFactorSetUp' })
  if (outcome !== 'right') return { ok: false, reason: 'wrongCode' }

  const session = await askAuth(request, async (api) =>
    api.startSession({ body: { userId: id }, returnHeaders: true }),
  )
  if (session === null) return { ok: false, reason: 'signedOut' }
  await deleteOtherSessions(database, id, session)
  await rememberDevice(request, id)
  return { ok: true }
}
