import { chainedHash, isSealed, noHash, type AuditHead, type Hmac, type SealedHead } from './chain'
import type { ChainedEntry } from './entry'

/** What a verification found. */
export interface AuditReport {
  /** Number of entries that were read. */
  readonly entryCount: number
  /** Number of entries that do not follow from the one before them, or are missing; the end of the log counts as one. */
  readonly invalidCount: number
  /** The number that the first of them has or should have; null where there is none. */
  readonly firstInvalid: number | null
}

/**
 * Verifies a log, read in the order of its numbers, in one pass: each entry against the one before it, the last one against
 * the sealed head, and against a head that was noted outside the database, if there is one. Any entry that was changed,
 * deleted, inserted or moved is noticed (B. Schneier, J. Kelsey: "Secure audit logs to support computer forensics", 1999).
 * Only a noted head tells that the whole log, its head included, was put back to how it was before.
 */
export async function verifyChain(
  entries: AsyncIterable<ChainedEntry> | Iterable<ChainedEntry>,
  head: SealedHead | null,
  hmac: Hmac,
  noted: AuditHead | null = null,
): Promise<AuditReport> {
  let last: AuditHead = { entryCount: 0, lastHash: noHash }
  let [entryCount, invalidCount] = [0, 0]
  let firstInvalid: number | null = null
  /** `missing`: how many entries are, as far as the numbers tell. */
  const addInvalid = (missing: number) => {
    firstInvalid ??= last.entryCount + 1
    invalidCount += Math.max(missing, 1)
  }
  for await (const entry of entries) {
    entryCount += 1
    const { sequence, hash } = entry
    const follows = sequence === last.entryCount + 1 && hash === chainedHash(hmac, last.lastHash, entry)
    const isNoted = sequence !== noted?.entryCount || hash === noted.lastHash
    if (!follows || !isNoted) addInvalid(sequence - last.entryCount - 1)
    last = { entryCount: sequence, lastHash: hash }
  }
  const sealed = head !== null && isSealed(hmac, head) ? head : null
  const isEnd = sealed?.entryCount === last.entryCount && sealed.lastHash === last.lastHash
  const expectedCount = Math.max(sealed?.entryCount ?? 0, noted?.entryCount ?? 0)
  if (!isEnd || last.entryCount < expectedCount) addInvalid(expectedCount - last.entryCount)
  return { entryCount, invalidCount, firstInvalid }
}

/** Whether a log is whole, for the operator. */
export function auditSentence({ entryCount, invalidCount, firstInvalid }: AuditReport): string {
  if (firstInvalid === null) return `The audit log is whole: ${entryCount} entries.`
  const invalid =
    invalidCount === 1
      ? `entry ${firstInvalid} does not fit or is missing`
      : `${invalidCount} entries do not fit or are missing, the first is entry ${firstInvalid}`
  // A log of another key is no sign of tampering.
  const hint =
    entryCount > 0 && invalidCount > entryCount ? ' (was it written with another audit secret?)' : ''
  return `The audit log is not whole: ${invalid}${hint}.`
}
