import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import compression from 'compression'
import type { Settings } from '@/lib/env'
import { clientAddress } from '@/lib/http/client-address'
import { withinExchange } from '@/lib/http/exchange'
import { trusting } from '@/lib/http/proxy-claims'
import { siteAddress, type Believed } from '@/lib/http/site-address'
import { isLocale } from '@/lib/i18n/locales'
import { log } from '@/lib/log'
import { isFromFramework, tellFramework } from './framework-request'
import { pageInsteadOf } from './page-instead'
import type { PrerenderedPages } from './prerendered-pages'
import { refusedForHost } from './request-address'
import { askForPage, type Refusal } from './refusal'
import { drain, readableForm, refusedForSize } from './request-body'
import { refusedForOrigin } from './same-origin'
import { setContentSecurityPolicy, setSecurityHeaders } from './security-headers'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What the server has to know of the settings. */
export type ServerSettings = Pick<Settings, 'publicUrl' | 'trustedProxies'>

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
function guarded(handler: Handler, prerendered: PrerenderedPages | null, settings: ServerSettings): Handler {
  const trusts = trusting(settings.trustedProxies)
  const believedOf = (request: IncomingMessage): Believed => ({
    publicUrl: settings.publicUrl,
    trusts: isFromFramework(request) ? () => true : trusts,
  })

  return async (request, response) => {
    const believed = believedOf(request)
    const site = siteAddress(request, believed)
    const known = { site, address: clientAddress(request, believed.trusts) }
    const refuse = async (refusal: Refusal) => {
      drain(request)
      response.setHeader('Connection', 'close')
      if ('page' in refusal) {
        const asked = askForPage(request, refusal.page)
        return withinExchange(response, known, refusal, async () => handler(asked, response))
      }
      response.writeHead(refusal.status, { 'Content-Type': 'text/plain; charset=utf-8', ...refusal.headers })
      response.end(`${refusal.text}\n`)
    }

    setSecurityHeaders(response, site)
    if (prerendered !== null) setContentSecurityPolicy(request, response, prerendered)
    const refusal =
      refusedForHost(request, believed) ?? refusedForOrigin(request, believed) ?? refusedForSize(request)
    tellFramework(request, site, believed)
    if (refusal !== null) return refuse(refusal)
    request.url = outsideLanguages(request.url ?? '/') ?? request.url ?? '/'
    const readable = isForm(request) ? await readableForm(request) : request
    if (readable === null) return refuse({ status: 400, page: 'unreadable' })
    const page = await withinExchange(response, known, {}, async () =>
      pageInsteadOf(handler, readable, response),
    )
    if (page === null) return
    const { route, status } = page
    const asked = askForPage(readable, route, readable.headers.cookie)
    await withinExchange(response, known, { status, pageInstead: page }, async () => handler(asked, response))
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
  settings: ServerSettings,
): Server {
  const answer = guarded(handler, prerendered, settings)
  const compress = compression()
  // A proxy may name no host: `refusedForHost` knows when it may.
  return createServer({ requireHostHeader: false }, (request, response) => {
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
