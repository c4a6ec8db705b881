import type { ContributionRefusal } from '@/components/contribution/refusals'
import { leadTo } from '@/lib/http/form-replies'
import { refusedStatus } from '@/lib/http/response-status'
import { pathTo } from '@/lib/i18n/routes'
import { contributionRefusal } from '../../form-refusals'
import { formRoute } from '../form-route'
import { contribute } from './contribute'

const statuses: Readonly<Partial<Record<ContributionRefusal, number>>> = {
  tooMany: 429,
  wrongClock: 503,
  notKept: 503,
}

/** Adds the answers of the comparison to the participants' data, and leads to the receipt; or says why not. */
export const { GET, POST } = formRoute('takePart', async (request, sent, locale) => {
  const refused = await contribute(sent)
  if (refused === null) return leadTo(request, pathTo('receipt', locale))
  // The page shows which answers are consented to, and whether contributions are open: scripts do not know that.
  const isPageNew =
    refused.reason === 'changed' || refused.reason === 'closed' || refused.reason === 'expired'
  return contributionRefusal.answer(request, statuses[refused.reason] ?? refusedStatus, refused, isPageNew)
})
