import { readOpenness } from '@/app/read-openness'
import { contributionFields } from '@/components/contribution/form-fields'
import type { ContributionRefusal } from '@/components/contribution/refusals'
import { appDatabase } from '@/lib/db/engine/client'
import { seeClock } from '@/lib/db/clock'
import { findStoredAnswers, storeResponse } from '@/lib/db/responses'
import { readCurrentWaveId } from '@/lib/db/waves/current-wave'
import { readSettings, type ContributionSettings } from '@/lib/env'
import { currentExchange } from '@/lib/http/exchange'
import { rateLimit } from '@/lib/http/rate-limit'
import { instrumentVersion } from '@/lib/instrument/versions'
import { receiptHashOf } from '@/lib/keys/receipt-hash'
import { kindOfError, log } from '@/lib/log'
import { consentVersion } from '@/lib/contribution/consent'
import { isoWeekOf } from '@/lib/counts/iso-week'
import { markDiscarded, readSession } from '@/lib/session/comparison-session'
import { answersSeal } from '@/lib/session/answers-seal'
import type { ComparisonSession } from '@/lib/session/sealed-session'

/** Why a contribution was not kept; null once it is. */
type Outcome = { readonly reason: ContributionRefusal; readonly retryMinutes: number } | null

/** A clock is set right by a person. */
const wrongClockMinutes = 60

const refusal = (reason: ContributionRefusal, retryMinutes = 0): Outcome => ({ reason, retryMinutes })

/**
 * Adds the answers of the comparison to the participants' data, once; or says why not. The only place where answers are
 * written to a database.
 */
export async function contribute(sent: FormData): Promise<Outcome> {
  const session = await readSession()
  if (session.kind !== 'session') return refusal('expired')
  // A person who read other words, or was shown other answers, has not consented to these.
  if (sent.get(contributionFields.consent) !== consentVersion) return refusal('consent')
  if (sent.get(contributionFields.seal) !== answersSeal(session.answers)) return refusal('changed')

  const settings = readSettings().contribution
  if (isAutomatic(sent, session, settings)) {
    await markDiscarded(session)
    return null
  }
  try {
    return await keepOnce(session, settings)
  } catch (error) {
    log.error(kindOfError(error), 'a contribution could not be kept')
    return refusal('notKept')
  }
}

/** A program fills in what nobody sees, or is done before anyone could have read. */
function isAutomatic(
  sent: FormData,
  { startedAt }: ComparisonSession,
  { minimumSeconds }: ContributionSettings,
): boolean {
  const hasTrapped = (sent.get(contributionFields.trap) ?? '') !== ''
  const seconds = Date.now() / 1000 - startedAt
  // Where the clock was set back, nobody knows how long it took.
  return hasTrapped || (seconds >= 0 && seconds < minimumSeconds)
}

async function keepOnce(
  { answers, receipt }: ComparisonSession,
  settings: ContributionSettings,
): Promise<Outcome> {
  const receiptHash = receiptHashOf(receipt)
  if ((await findStoredAnswers(appDatabase, receiptHash)) !== null) return null

  if (!(await readOpenness()).isOpen) return refusal('closed')
  if (Object.keys(answers).length === 0) return refusal('nothing')
  const now = new Date()
  // Under a wrong week it would be erased too early.
  if ((await seeClock(appDatabase, now)) === 'behind') {
    log.error('a contribution was refused, since the clock is behind the database')
    return refusal('wrongClock', wrongClockMinutes)
  }

  const address = currentExchange()?.address ?? 'unknown'
  const permission = await rateLimit('contribution', settings.contributionsPerHour).ask(address)
  if (!permission.isGranted) return refusal('tooMany', Math.ceil(permission.retryAfterSeconds / 60))
  await storeResponse(appDatabase, {
    waveId: await readCurrentWaveId(appDatabase),
    instrumentVersion,
    consentVersion,
    answers,
    week: isoWeekOf(now),
    receiptHash,
  })
  return null
}
