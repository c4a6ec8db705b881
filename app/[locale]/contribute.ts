'use server'

import { headers } from 'next/headers'
import { redirect, RedirectType } from 'next/navigation'
import { contributionFields } from '@/components/contribution/form-fields'
import type { ContributionRefusal, RefusedContribution } from '@/components/contribution/refusals'
import { currentWaveId } from '@/lib/comparison/waves'
import { appDatabase } from '@/lib/db/client'
import { findStoredAnswers, keepResponse } from '@/lib/db/responses'
import { readOwnerSettings } from '@/lib/db/settings'
import { readSettings, type ContributionSettings } from '@/lib/env'
import { currentExchange } from '@/lib/http/exchange'
import { rateLimit } from '@/lib/http/rate-limit'
import { refusedStatus, setResponseStatus } from '@/lib/http/response-status'
import { localeFrom } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { instrumentVersion } from '@/lib/instrument/catalogue'
import { receiptHashOf } from '@/lib/keys/receipt-hash'
import { kindOfError, log } from '@/lib/log'
import { consentVersion } from '@/lib/participation/consent'
import { isoWeekOf } from '@/lib/participation/iso-week'
import { markDiscarded, readSession } from '@/lib/session/comparison-session'
import type { ComparisonSession } from '@/lib/session/sealed-session'

const statuses: Readonly<Record<ContributionRefusal, number>> = {
  closed: refusedStatus,
  consent: refusedStatus,
  nothing: refusedStatus,
  expired: refusedStatus,
  tooMany: 429,
  notKept: 503,
  unreachable: 503,
}

const refusal = (reason: ContributionRefusal, retryMinutes = 0): RefusedContribution => ({
  reason,
  retryMinutes,
})

/**
 * Adds the answers of the comparison to the participants' data, once, and leads to the receipt; or says why not. The only
 * place where answers are written to a database.
 */
export async function contribute(
  locale: string,
  _before: RefusedContribution | null,
  sent: FormData,
): Promise<RefusedContribution | null> {
  const refused = await contributed(sent)
  if (refused !== null) {
    setResponseStatus(statuses[refused.reason])
    return refused
  }
  const results = pathTo('results', localeFrom(locale))
  // The framework takes an address that differs in its fragment only for one that it shows already. Its scripts move the
  // focus themselves.
  const isByScript = (await headers()).has('next-action')
  redirect(isByScript ? results : `${results}#contribution`, RedirectType.replace)
}

async function contributed(sent: FormData): Promise<RefusedContribution | null> {
  const session = await readSession()
  if (session.kind !== 'session') return refusal('expired')
  const settings = readSettings().contribution
  if (isAutomatic(sent, session, settings)) {
    await markDiscarded(session)
    return null
  }
  try {
    return await keepOnce(sent, session, settings)
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
  return hasTrapped || Date.now() / 1000 - startedAt < minimumSeconds
}

async function keepOnce(
  sent: FormData,
  { answers, receipt }: ComparisonSession,
  settings: ContributionSettings,
): Promise<RefusedContribution | null> {
  const receiptHash = receiptHashOf(receipt)
  if ((await findStoredAnswers(appDatabase, receiptHash)) !== null) return null

  const { contributionOpen } = await readOwnerSettings(appDatabase, settings)
  if (!contributionOpen) return refusal('closed')
  // Whoever read other words has not consented to these.
  if (sent.get(contributionFields.consent) !== consentVersion) return refusal('consent')
  if (Object.keys(answers).length === 0) return refusal('nothing')

  const address = currentExchange()?.address ?? 'unknown'
  const permission = await rateLimit('contribution', settings.contributionsPerHour).ask(address)
  if (!permission.isGranted) return refusal('tooMany', Math.ceil(permission.retryAfterSeconds / 60))
  await keepResponse(appDatabase, {
    waveId: currentWaveId,
    instrumentVersion,
    consentVersion,
    answers,
    week: isoWeekOf(new Date()),
    receiptHash,
  })
  return null
}
