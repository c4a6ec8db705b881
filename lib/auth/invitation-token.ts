import { randomBytes } from 'node:crypto'
import { keyedHash } from '@/lib/keys/keyed-hash'
import type { Role } from './roles'

/** How long a link can be used, in hours. */
export const invitationHours = 48

/** A link that was made. The token is shown now, and never again. */
export interface MadeLink {
  readonly ok: true
  readonly token: string
  readonly email: string
  readonly role: Role
  /** `recovery`: the account exists; its password and second factor are replaced. */
  readonly purpose: 'account' | 'recovery'
  readonly expiresAt: Date
}

/** A new token, 256 bits. */
export function makeInvitationToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token. */
export function invitationTokenHash(secret: string, token: string): string {
  return keyedHash(secret, 'adminInvitation', token)
}

/** Where a link leads, on the site and in a language. */
export function invitationPath(locale: string, token: string): string {
  return `/${locale}/admin/invitation/${token}`
}
