import { createHmac } from 'node:crypto'

/** What a hash is for: the same text has another hash for each purpose. */
export type HashPurpose =
  | 'receipt'
  | 'answers'
  | 'withdrawal'
  | 'rounding'
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

/** A number from 0 to just under 1, the same each time for a text, and not to be foretold without the key. */
export function keyedUniform(key: string, purpose: HashPurpose, text: string): number {
  // 52 bits: a double holds them exactly.
  return Number.parseInt(keyedHash(key, purpose, text).slice(0, 13), 16) / 2 ** 52
}
