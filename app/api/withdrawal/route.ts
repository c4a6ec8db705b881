import { contributionFields } from '@/components/contribution/form-fields'
import type { WithdrawalRefusal } from '@/components/contribution/refusals'
import { forgetPages } from '@/lib/http/exchange'
import { leadTo } from '@/lib/http/form-replies'
import { refusedStatus } from '@/lib/http/response-status'
import { pathTo } from '@/lib/i18n/routes'
import { withdrawalRefusal } from '../../form-refusals'
import { formRoute } from '../form-route'
import { withdraw } from './withdraw'

const statuses: Readonly<Partial<Record<WithdrawalRefusal, number>>> = { tooMany: 429, notWithdrawn: 503 }

/** The longest text that is given back as it was typed, in characters. */
const longestTyped = 100

/** Deletes the response that a code stands for, and says so on a page of its own; or says why not. */
export const { GET, POST } = formRoute('withdraw', async (request, sent, locale) => {
  const entry = sent.get(contributionFields.receipt)
  const typed = typeof entry === 'string' ? entry.slice(0, longestTyped) : ''
  const refused = await withdraw(typed)
  if (refused === null) {
    forgetPages()
    return leadTo(request, pathTo('withdrawn', locale))
  }
  return withdrawalRefusal.answer(request, statuses[refused.reason] ?? refusedStatus, { ...refused, typed })
})
