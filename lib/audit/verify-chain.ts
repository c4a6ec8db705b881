import { isSealed, type AuditHead, type Hmac, type SealedHead } from './chain'
import { createFollower, type Link } from './chain-follower'
import type { ChainedEntry } from './entry'
import { createProblemList, type AuditReport } from './problems'

/**
 * Verifies a log, read in the order of its numbers, against its head, and against a head that was noted outside the
 * database, if there is one. Holds a few hundred entries at most.
 *
 * A log from which anything differs always has a problem. Which one is the least that explains it: where neighbours were
 * tampered with too, or many entries given new numbers, an entry that is called changed may be another one, and nothing can
 * be said of an entry that follows a missing one. What leaves no trace in the log itself is that all of it, its head
 * included, was put back to how it was before: for that there are noted heads.
 */
export async function verifyChain(
  entries: AsyncIterable<ChainedEntry> | Iterable<ChainedEntry>,
  head: SealedHead | null,
  hmac: Hmac,
  noted: AuditHead | null = null,
): Promise<AuditReport> {
  const problems = createProblemList()
  const follower = createFollower(hmac, problems)
  let entryCount = 0
  let isNotedThere = noted === null || noted.entryCount === 0
  for await (const entry of entries) {
    entryCount += 1
    if (entry.sequence === noted?.entryCount) isNotedThere = entry.hash === noted.lastHash
    follower.add(entry)
  }
  const trusted = head !== null && isSealed(hmac, head) ? head : null
  const last = follower.end(trusted?.entryCount ?? null)
  if (head === null) problems.add('headMissing', null)
  else if (trusted === null) problems.add('headChanged', null)
  else if (last.place < trusted.entryCount) {
    problems.add('missing', last.place + 1, trusted.entryCount - last.place)
  } else if (last.place > trusted.entryCount || isOther(last, trusted)) problems.add('headChanged', null)
  if (!isNotedThere) problems.add('rewritten', noted?.entryCount ?? null)
  return problems.report(entryCount)
}

/** Whether a head ends with another entry. A last entry that does not fit is a problem of its own. */
const isOther = ({ hashes }: Link, { lastHash }: AuditHead): boolean =>
  hashes.length === 1 && !hashes.includes(lastHash)
