'use server'

import { redirect, RedirectType } from 'next/navigation'
import { contributionFields } from '@/components/contribution/form-fields'
import type { RefusedWithdrawal, WithdrawalRefusal } from '@/components/contribution/refusals'
import { appDatabase } from '@/lib/db/client'
import { withdrawResponse } from '@/lib/db/responses'
import { readSettings } from '@/lib/env'
import { currentExchange } from '@/lib/http/exchange'
import { rateLimit } from '@/lib/http/rate-limit'
import { refusedStatus, setResponseStatus } from '@/lib/http/response-status'
import { localeFrom } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { receiptHashOf } from '@/lib/keys/receipt-hash'
import { kindOfError, log } from '@/lib/log'
import { parseReceipt } from '@/lib/participation/receipt'
import { readSession, renewReceipt } from '@/lib/session/comparison-session'

const statuses: Readonly<Record<WithdrawalRefusal, number>> = {
  malformed: refusedStatus,
  unknown: refusedStatus,
  tooMany: 429,
  notWithdrawn: 503,
  unreachable: 503,
}

/** The longest text that is given back as it was typed. */
const longestTyped = 100

/** Deletes the response that a code stands for, and says so on a page of its own; or says why not. */
export async function withdraw(
  locale: string,
  _before: RefusedWithdrawal | null,
  sent: FormData,
): Promise<RefusedWithdrawal | null> {
  const entry = sent.get(contributionFields.receipt)
  const typed = typeof entry === 'string' ? entry.slice(0, longestTyped) : ''
  const refused = await withdrawn(typed)
  if (refused !== null) {
    setResponseStatus(statuses[refused.reason])
    return { ...refused, typed }
  }
  redirect(pathTo('withdrawn', localeFrom(locale)), RedirectType.replace)
}

async function withdrawn(typed: string): Promise<Omit<RefusedWithdrawal, 'typed'> | null> {
  const receipt = parseReceipt(typed)
  if (receipt === null) return { reason: 'malformed', retryMinutes: 0 }

  const limit = rateLimit('withdrawal', readSettings().contribution.withdrawalsPerHour)
  const permission = await limit.ask(currentExchange()?.address ?? 'unknown')
  if (!permission.isGranted) {
    return { reason: 'tooMany', retryMinutes: Math.ceil(permission.retryAfterSeconds / 60) }
  }
  try {
    if (!(await withdrawResponse(appDatabase, receiptHashOf(receipt)))) {
      return { reason: 'unknown', retryMinutes: 0 }
    }
  } catch (error) {
    log.error(kindOfError(error), 'a response could not be withdrawn')
    return { reason: 'notWithdrawn', retryMinutes: 0 }
  }
  const session = await readSession()
  if (session.kind === 'session' && session.receipt === receipt) await renewReceipt(session)
  return null
}
