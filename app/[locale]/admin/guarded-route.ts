import { getTranslations } from 'next-intl/server'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { readAdminState, requireRole, type SignedIn } from '@/lib/auth/admin-state'
import { currentRequest } from '@/lib/auth/current-request'
import { leastRole } from '@/lib/auth/roles'
import { DatabaseError } from '@/lib/errors'
import { adminPath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { log } from '@/lib/log'
import { areaOfRoute, nextPage, type GuardedRoute } from './rules'

/** What an answer of the admin area must never leave behind in a cache. */
export const notKept = { 'Cache-Control': 'no-store' } as const

const sentence = (text: string, status: number) =>
  new Response(`${text}\n`, { status, headers: { ...notKept, 'Content-Type': 'text/plain; charset=utf-8' } })

/**
 * A file that needs a role: gives it to admins of that role. A link leads to it, so visitors who are not signed in are led to where they
 * have to go first, as by a page; another role gets 403, and a sentence.
 */
export async function guardedRoute(
  route: GuardedRoute,
  given: string,
  answer: (entered: SignedIn, request: AdminRequest) => Promise<Response>,
): Promise<Response> {
  const locale = localeFrom(given)
  const t = await getTranslations({ locale, namespace: 'admin' })
  try {
    const request = await currentRequest()
    const permitted = requireRole(await readAdminState(request), leastRole[areaOfRoute[route]])
    if (permitted.ok) return await answer(permitted, request)
    if (permitted.reason === 'forbidden') return sentence(t('refusals.forbidden'), 403)
    const headers = { ...notKept, Location: adminPath(nextPage[permitted.reason], locale) }
    return new Response(null, { status: 303, headers })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'a file of the admin area cannot be made')
    return sentence(t('unavailable'), 503)
  }
}
