import { createHmac } from 'node:crypto'

/** What a hash is for: the same text has another hash for each purpose. */
export type HashPurpose =
  | 'receipt'
  | 'answers'
  | 'withdrawal'
  | 'address'
  | 'adminSession'
  | 'adminInvitation'
  | 'adminAttempt'
  | 'adminDevice'
  | 'adminRecoveryCode'

/** HMAC-SHA-256 of a text (RFC 2104), 64 hexadecimal digits. Without the key nobody can try texts until one fits. */
export function keyedHash(key: string, purpose: HashPurpose, text: string): string {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest('hex')
}
