import type { RefusedWithdrawal } from '@/components/contribution/refusals'
import { appDatabase } from '@/lib/db/engine/client'
import { withdrawResponse } from '@/lib/db/responses'
import { withdrawalListOf } from '@/lib/db/withdrawal-list'
import { readSettings } from '@/lib/env'
import { currentExchange } from '@/lib/http/exchange'
import { rateLimit } from '@/lib/http/rate-limit'
import { receiptHashOf } from '@/lib/keys/receipt-hash'
import { kindOfError, log } from '@/lib/log'
import { parseReceipt } from '@/lib/contribution/receipt'
import { readSession, renewReceipt } from '@/lib/session/comparison-session'

/** Deletes the response that a typed code stands for. Returns why not; null once it is deleted. */
export async function withdraw(typed: string): Promise<Omit<RefusedWithdrawal, 'typed'> | null> {
  const receipt = parseReceipt(typed)
  if (receipt === null) return { reason: 'malformed', retryMinutes: 0 }

  const settings = readSettings()
  const limit = rateLimit('withdrawal', settings.contribution.withdrawalsPerHour)
  const permission = await limit.ask(currentExchange()?.address ?? 'unknown')
  if (!permission.isGranted) {
    return { reason: 'tooMany', retryMinutes: Math.ceil(permission.retryAfterSeconds / 60) }
  }
  try {
    const list = withdrawalListOf(settings)
    if (!(await withdrawResponse(appDatabase, receiptHashOf(receipt), new Date(), list))) {
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
