import type { ContributionState } from '@/components/contribution/contribution-state'
import { appDatabase } from '@/lib/db/engine/client'
import { findStoredAnswers, storedAnswers } from '@/lib/db/responses'
import { receiptHashOf } from '@/lib/keys/receipt-hash'
import { kindOfError, log } from '@/lib/log'
import type { ComparisonSession } from '@/lib/session/sealed-session'

/**
 * Whether the answers of a session were contributed: what the database says, and not what the browser remembers, so that
 * a lost reply, another tab or a withdrawal elsewhere change nothing. Open where the database does not answer: asking
 * again keeps nothing twice.
 */
export async function contributionOf(session: ComparisonSession): Promise<ContributionState> {
  const { answers, receipt, isDiscarded } = session
  if (isDiscarded) return { kind: 'given', receipt, isOutdated: false }
  try {
    const stored = await findStoredAnswers(appDatabase, receiptHashOf(receipt))
    return stored === null
      ? { kind: 'open' }
      : { kind: 'given', receipt, isOutdated: stored !== storedAnswers(answers) }
  } catch (error) {
    log.error(kindOfError(error), 'it cannot be told whether a response was contributed')
    return { kind: 'open' }
  }
}
