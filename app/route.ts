import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { pathTo } from '@/lib/i18n/routes'

/** The site's address without a language leads to the language that the browser asks for. */
export function GET(request: Request): Response {
  const locale = negotiateLocale(request.headers.get('accept-language') ?? undefined)
  return new Response(null, {
    status: 307,
    headers: { Location: pathTo('home', locale), Vary: 'Accept-Language', 'Cache-Control': 'no-cache' },
  })
}
