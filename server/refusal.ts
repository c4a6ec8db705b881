import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { withBody } from './request-body'

/** What is answered to a request that the framework does not get to see: a page of the site, or a sentence for programs. */
export type Refusal =
  | { readonly status: number; readonly page: RouteId | 'notFound'; readonly headers?: undefined }
  | { readonly status: number; readonly text: string | null; readonly headers?: OutgoingHttpHeaders }

/** The page in both languages for what is in neither. */
const notFoundAddress = '/_not-found'

/** The reader's language: that of the address, else that of a form's address, else that of the browser. */
export function localeOf({ url = '', headers }: IncomingMessage): Locale {
  const [path = '', query] = url.split('?', 2)
  const named = [path.split('/')[1], new URLSearchParams(query).get('locale')]
  return named.find(isLocale) ?? negotiateLocale(headers['accept-language'])
}

/** What the framework may know of a request that it answers with another page than was asked for. */
const keptHeaders = [
  'host',
  'x-forwarded-host',
  'x-forwarded-proto',
  'accept-encoding',
  'content-security-policy',
]

/**
 * A request for a page in place of another, without anything that would have the framework do more than render it. With `cookie`,
 * the page may show what the browser's session holds.
 */
export function askForPage(
  request: IncomingMessage,
  page: RouteId | 'notFound',
  cookie?: string,
): IncomingMessage {
  const url = page === 'notFound' ? notFoundAddress : pathTo(page, localeOf(request))
  for (const name of Object.keys(request.headers)) {
    if (!keptHeaders.includes(name)) delete request.headers[name]
  }
  if (cookie !== undefined) request.headers.cookie = cookie
  const method = request.method === 'HEAD' ? 'HEAD' : 'GET'
  return withBody(Object.assign(request, { url, method }), Buffer.alloc(0))
}

/** Keeps an answer out of caches: a page that the framework would have them keep answers here for another address. */
export function keepNowhere(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse
  response.writeHead = (...head: unknown[]) => {
    response.setHeader('Cache-Control', 'no-store')
    return writeHead(...head)
  }
}
