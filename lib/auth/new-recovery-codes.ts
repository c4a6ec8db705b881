import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import {
  addRecoveryCodes,
  findNewRecoveryCodes,
  findRecoveryCodeHashes,
  keepOnlyRecoveryCodes,
  type NewRecoveryCodes,
} from '@/lib/db/admin/recovery-codes'
import type { AdminRequest } from './admin-request'
import { readAdminState, requireFresh, requireRole, type Refusal, type Refused } from './admin-state'
import { decryptText, encryptText } from './encrypted'
import { makeRecoveryCodes, recoveryCodeHash } from './recovery-codes'
import { leastRole } from './roles'
import { isFresh } from './session-limits'

const waiting = z.object({
  madeAt: z.iso.datetime().transform((at) => new Date(at)),
  codes: z.array(z.string()),
})

/** What is kept of new codes: enough to show them until they are confirmed, and to know them when they are used. */
export async function makeNewRecoveryCodes(secret: string, now: Date): Promise<NewRecoveryCodes> {
  const codes = makeRecoveryCodes(randomBytes)
  const encrypted = await encryptText(secret, JSON.stringify({ madeAt: now, codes }))
  return { encrypted, hashes: codes.map((code) => recoveryCodeHash(secret, code)) }
}

/**
 * Makes other recovery codes, which wait to be confirmed: until then those before work as well, and nothing else can be done.
 * Throws DatabaseError.
 */
export async function renewRecoveryCodes(
  request: AdminRequest,
): Promise<{ readonly ok: true } | Refused<Refusal | 'notFresh'>> {
  const now = new Date()
  const permitted = requireFresh(await readAdminState(request), leastRole.ownAccount, now)
  if (!permitted.ok) return permitted
  const { id: actor } = permitted.admin
  const isMade = await addRecoveryCodes(
    request.database,
    actor,
    await makeNewRecoveryCodes(request.secret, now),
  )
  if (!isMade) return { ok: false, reason: 'recoveryCodesToConfirm' }
  await request.record({ ...entry, action: 'recoveryCodesRenewed', actor })
  return { ok: true }
}

const entry = { subject: null, outcome: 'succeeded', details: {} } as const

/** Codes that wait to be confirmed. */
export interface WaitingCodes {
  readonly ok: true
  readonly email: string
  /** null where the second factor was checked too long ago for them to be shown. */
  readonly shown: { readonly codes: readonly string[]; readonly madeAt: Date } | null
  /** Whether codes from before still work. */
  readonly hasEarlier: boolean
}

/** Reads the codes that wait to be confirmed, for the admin who is to confirm them. Throws DatabaseError. */
export async function readNewRecoveryCodes(
  request: AdminRequest,
): Promise<WaitingCodes | Refused<Refusal | 'notWaiting'>> {
  const found = await readAdminState(request)
  if (found.state !== 'recoveryCodesToConfirm') return refusedIn(found)
  const { admin, session } = found
  const read = await readWaiting(request, admin.id)
  if (read === null) return { ok: false, reason: 'notWaiting' }
  const { codes, madeAt, hashes } = read
  const stored = await findRecoveryCodeHashes(request.database, admin.id)
  return {
    ok: true,
    email: admin.email,
    shown: isFresh(session, new Date()) ? { codes, madeAt } : null,
    hasEarlier: stored.some((hash) => !hashes.includes(hash)),
  }
}

/** Ends the waiting: the admin has stored the codes. Those before no longer work. Throws DatabaseError. */
export async function confirmRecoveryCodes(
  request: AdminRequest,
): Promise<{ readonly ok: true } | Refused<Refusal | 'notWaiting'>> {
  const found = await readAdminState(request)
  if (found.state !== 'recoveryCodesToConfirm') return refusedIn(found)
  const { id: actor } = found.admin
  const read = await readWaiting(request, actor)
  if (read === null || !(await keepOnlyRecoveryCodes(request.database, actor, read))) {
    return { ok: false, reason: 'notWaiting' }
  }
  await request.record({ ...entry, action: 'recoveryCodesConfirmed', actor })
  return { ok: true }
}

/** How many recovery codes someone has left; of one's own account only. Throws DatabaseError. */
export async function countRecoveryCodes(
  request: AdminRequest,
): Promise<{ readonly ok: true; readonly left: number } | Refused> {
  const permitted = requireRole(await readAdminState(request), leastRole.ownAccount)
  if (!permitted.ok) return permitted
  const hashes = await findRecoveryCodeHashes(request.database, permitted.admin.id)
  return { ok: true, left: hashes.length }
}

const refusedIn = (found: Parameters<typeof requireRole>[0]): Refused<Refusal | 'notWaiting'> => {
  const permitted = requireRole(found, leastRole.ownAccount)
  return permitted.ok ? { ok: false, reason: 'notWaiting' } : permitted
}

async function readWaiting({ database, secret }: AdminRequest, userId: string) {
  const encrypted = await findNewRecoveryCodes(database, userId)
  if (encrypted === null) return null
  const { codes, madeAt } = waiting.parse(JSON.parse(await decryptText(secret, encrypted)))
  return { encrypted, codes, madeAt, hashes: codes.map((code) => recoveryCodeHash(secret, code)) }
}
