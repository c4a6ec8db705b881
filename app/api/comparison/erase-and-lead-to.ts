import { forgetEverything } from '@/lib/http/exchange'
import { localeFrom } from '@/lib/i18n/locales'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { eraseAnswers } from '@/lib/session/comparison-session'

/** Erases the comparison cookie and leads to a page that erases what the tab remembers. */
export async function eraseAndLeadTo(route: RouteId, request: Request): Promise<Response> {
  const locale = new URL(request.url).searchParams.get('locale')
  await eraseAnswers()
  forgetEverything()
  return new Response(null, {
    status: 303,
    headers: { Location: pathTo(route, localeFrom(locale)) },
  })
}
