import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import compression from 'compression'
import { clientAddress } from '@/lib/http/client-address'
import { withinExchange, type PageInstead } from '@/lib/http/exchange'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { log } from '@/lib/log'
import { pageInsteadOf } from './page-instead'
import type { PrerenderedPages } from './prerendered-pages'
import { drain, readableForm, refusedForSize } from './request-body'
import { isForeign, nameOwnOrigin } from './same-origin'
import { setContentSecurityPolicy, setSecurityHeaders } from './security-headers'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function localeOf(request: IncomingMessage): Locale {
  const first = (request.url ?? '').split(/[/?]/)[1]
  return isLocale(first) ? first : negotiateLocale(request.headers['accept-language'])
}

/**
 * An address under an unknown language, cut to its first part: the framework knows that nothing is there, and answers
 * with our page for that instead of a bare one of its own. null for every other address.
 */
function outsideLanguages(address: string): string | null {
  const [, first, ...others] = (address.split('?')[0] ?? '').split('/')
  const isOurs = isLocale(first) || first === '_next' || first === 'api'
  return isOurs || others.length === 0 ? null : `/${first}`
}

function isForm({ method, headers }: IncomingMessage): boolean {
  return method === 'POST' && (headers['content-type'] ?? '').startsWith('multipart/form-data')
}

/** Around the framework's handler: what it must not see is answered here, and pages choose their status. */
function guarded(
  handler: Handler,
  prerendered: PrerenderedPages | null,
  trustedProxies: readonly string[],
): Handler {
  const answerWithPage = async (
    route: RouteId,
    status: number,
    request: IncomingMessage,
    response: ServerResponse,
    pageInstead: PageInstead | null = null,
  ) => {
    const asked = Object.assign(request, { method: 'GET', url: pathTo(route, localeOf(request)) })
    for (const name of ['content-length', 'content-type', 'transfer-encoding', 'next-action', 'rsc']) {
      delete asked.headers[name]
    }
    // What is still to come of a body that nobody reads must not be taken for the next request.
    if (pageInstead === null) response.setHeader('Connection', 'close')
    const known = { status, address: null, pageInstead }
    await withinExchange(response, known, async () => handler(asked, response))
  }

  return async (request, response) => {
    setSecurityHeaders(request, response)
    if (prerendered !== null) setContentSecurityPolicy(request, response, prerendered)
    if (isForeign(request)) {
      drain(request)
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
      response.end('This was sent from another site, and was not read.\n')
      return
    }
    const refused = refusedForSize(request)
    if (refused !== null) {
      drain(request)
      await answerWithPage('tooLarge', refused, request, response)
      return
    }
    nameOwnOrigin(request)
    const address = clientAddress(request, trustedProxies)
    request.url = outsideLanguages(request.url ?? '/') ?? request.url ?? '/'
    const readable = isForm(request) ? await readableForm(request) : request
    if (readable === null) {
      await answerWithPage('unreadable', 400, request, response)
      return
    }
    const page = await withinExchange(response, { status: null, address }, async () =>
      pageInsteadOf(handler, readable, response),
    )
    if (page !== null) await answerWithPage(page.route, page.status, readable, response, page)
  }
}

/**
 * The HTTP server around the framework's request handler. It keeps no access log: whoever answers questions about mental
 * health leaves no trace in one. `prerendered` is null where pages are made anew as files change: what does that in the
 * browser needs `eval`, and such pages have no Content-Security-Policy.
 */
export function createHttpServer(
  handler: Handler,
  prerendered: PrerenderedPages | null,
  trustedProxies: readonly string[],
): Server {
  const answer = guarded(handler, prerendered, trustedProxies)
  const compress = compression()
  return createServer((request, response) => {
    // It puts itself around the response, and calls back at once.
    compress(request, response, () => undefined)
    answer(request, response).catch((error: unknown) => {
      // A browser that went away in the middle of sending is no failure of ours.
      if (!request.destroyed) log.error({ err: error }, 'a request could not be answered')
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
      response.end('Internal server error\n')
    })
  })
}
