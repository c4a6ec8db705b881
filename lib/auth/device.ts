import { randomBytes, timingSafeEqual } from 'node:crypto'
import { findSecondFactorId } from '@/lib/db/admin/second-factors'
import { keyedHash } from '@/lib/keys/keyed-hash'
import type { AdminRequest } from './admin-request'

// After OWASP's "Slow down online guessing attacks with device cookies": a browser that has signed in to an account gets a signed
// cookie, and its wrong tries for that account are counted apart from everybody else's.

/** For how many days a browser is known after it last signed in. */
export const deviceDays = 365

const dayMilliseconds = 24 * 60 * 60 * 1000

/** A browser that has signed in. */
export interface Device {
  /** 128 bits, new with each sign-in. */
  readonly id: string
  /** The second factor with which it came in: that of another account, or of an account that was recovered since, is another. */
  readonly factorId: string
}

const form =
  /^(?<signed>(?<id>[\w-]{22})\.(?<factorId>[\da-f-]{36})\.(?<at>\d{1,15}))\.(?<signature>[\da-f]{64})$/

/** What the cookie of a browser holds that signs in at a moment. */
export function sealDevice(secret: string, { id, factorId }: Device, now: Date): string {
  const signed = `${id}.${factorId}.${now.getTime()}`
  return `${signed}.${keyedHash(secret, 'adminDevice', signed)}`
}

/** The browser that a cookie names; null where it was not sealed with this key, or too long ago. */
export function openDevice(secret: string, text: string, now: Date): Device | null {
  const { signed = '', id = '', factorId = '', at, signature = '' } = form.exec(text)?.groups ?? {}
  if (at === undefined) return null
  const own = Buffer.from(keyedHash(secret, 'adminDevice', signed))
  if (!timingSafeEqual(own, Buffer.from(signature))) return null
  return now.getTime() - Number(at) <= deviceDays * dayMilliseconds ? { id, factorId } : null
}

/**
 * The browser that asks, if it has signed in to an account; null for a stranger. `account`: its id, or null where there is none,
 * which takes as long. Throws DatabaseError.
 */
export async function knownDevice(
  { database, secret, cookies }: AdminRequest,
  account: string | null,
): Promise<string | null> {
  const text = cookies.read('device')
  const device = text === undefined ? null : openDevice(secret, text, new Date())
  if (device === null) return null
  const factorId = await findSecondFactorId(database, account ?? '')
  return factorId === device.factorId ? device.id : null
}

/** Gives the browser that has just signed in to an account a cookie by which it is known. Throws DatabaseError. */
export async function rememberDevice(
  { database, secret, cookies }: AdminRequest,
  account: string,
): Promise<void> {
  const factorId = await findSecondFactorId(database, account)
  if (factorId === null) return
  const id = randomBytes(16).toString('base64url')
  cookies.write('device', sealDevice(secret, { id, factorId }, new Date()))
}
