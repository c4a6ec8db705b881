import type { UnchainedEntry } from './entry'

/** HMAC-SHA-256 (RFC 2104) with the log's key, in hexadecimal digits. The key is in no database. */
export type Hmac = (text: string) => string

/** What stands for the hash before the first entry, and for hash and seal of a log without entries. */
export const noHash = ''

/** The end of the log. Sealed with the key, since a log without its last entries is a chain as good as any. */
export interface AuditHead {
  readonly entryCount: number
  /** Hash of the last entry. */
  readonly lastHash: string
}

export interface SealedHead extends AuditHead {
  readonly seal: string
}

/**
 * What is hashed of an entry: a JSON array in a fixed order. JSON's quotes and escapes keep the fields apart, so that no two
 * entries have the same text; the first element keeps entries and heads apart, and tells how they are written.
 */
export function canonicalText(previousHash: string, entry: UnchainedEntry): string {
  const { sequence, at, actor, action, subject, outcome, details } = entry
  return JSON.stringify(['entry-1', previousHash, sequence, at, actor, action, subject, outcome, details])
}

/** The hash of an entry that follows the one with `previousHash`. */
export function chainedHash(hmac: Hmac, previousHash: string, entry: UnchainedEntry): string {
  return hmac(canonicalText(previousHash, entry))
}

/** The seal of a head. That of a log without entries is empty: the database is made where no key is known. */
export function sealOf(hmac: Hmac, { entryCount, lastHash }: AuditHead): string {
  if (entryCount === 0 && lastHash === noHash) return noHash
  return hmac(JSON.stringify(['head-1', entryCount, lastHash]))
}

/** Whether a head was written with the key. */
export function isSealed(hmac: Hmac, head: SealedHead): boolean {
  return head.seal === sealOf(hmac, head)
}
