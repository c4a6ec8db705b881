import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import compression from 'compression'
import type { Settings } from '@/lib/env'
import { clientAddress } from '@/lib/http/client-address'
import { withinExchange, type Beginning } from '@/lib/http/exchange'
import { proxyClaims, trusting } from '@/lib/http/proxy-claims'
import { originOf, requestedHost, siteAddress, type Believed } from '@/lib/http/site-address'
import { kindOfError, log } from '@/lib/log'
import { sendBusy } from './busy'
import type { Metrics } from './health/metrics'
import { answerProbe, findProbe, type Probes } from './health/probes'
import { isFromFramework, tellFramework } from './framework-request'
import { lineOf } from './lines'
import type { Offered } from './offered'
import { pageInsteadOf } from './page-instead'
import type { PrerenderedPages } from './prerendered-pages'
import { problemInstead } from './problem-instead'
import { findReadyAnswer, sendReady, type FindReady } from './ready-answers'
import { askForPage, keepNowhere, type Refusal } from './refusal'
import { refusedForAddress, refusedForHost } from './request-address'
import { drain, isReadableForm, readBody, refusedForSize, withBody } from './request-body'
import { isChanging, refusedForOrigin } from './same-origin'
import { takeTurn } from './take-turn'
import { allowFraming, isEmbed, isScriptless, withoutScripts } from './scriptless-pages'
import { setContentSecurityPolicy, setSecurityHeaders } from './security-headers'
import { closeUnanswered, patience, waiting, type Patience } from './sockets'
import { sendPagesWhole } from './whole-pages'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const noBody = Buffer.alloc(0)
const plainText = { 'Content-Type': 'text/plain; charset=utf-8' }

/** What a build answers. */
export interface Built {
  readonly prerendered: PrerenderedPages
  readonly offered: Offered
  /** What need not be asked of the framework. */
  readonly findReady: FindReady
  /** Whether its files are still there: without them the framework fails at whatever was not asked for before. */
  readonly isThere: () => boolean
}

/** How programs watch the site. */
export interface Watched {
  readonly probes: Probes
  readonly metrics: Metrics
}

/** What the server has to know of the settings. */
export type ServerSettings = Pick<Settings, 'publicUrl' | 'trustedProxies'>

/** Around the framework's handler: what it must not see is answered here, and pages choose their status. */
function guarded(
  handler: Handler,
  built: Built | null,
  { publicUrl, trustedProxies }: ServerSettings,
  { pauseMs }: Patience,
  watched: Watched | null,
): Handler {
  const trusts = trusting(trustedProxies)
  const compress = compression()

  return async (request, response) => {
    const isOwn = isFromFramework(request)
    const claims = proxyClaims(request, isOwn ? () => true : trusts)
    const believed: Believed = { publicUrl, claims, requested: requestedHost(request) }
    const site = siteAddress(request, believed)
    setSecurityHeaders(response, site)
    const probe = watched && findProbe(watched.probes, request)
    if (probe !== null && (await answerProbe(probe, request, response))) return
    const refusal =
      refusedForHost(request, believed) ??
      refusedForAddress(request, built?.offered ?? null) ??
      refusedForOrigin(request, believed) ??
      (isOwn ? null : refusedForSize(request))
    if (built !== null) {
      const found = refusal === null ? findReadyAnswer(request, built.findReady) : null
      // Most are there at once, and waiting takes as long as finding them.
      const ready = found instanceof Promise ? await found : found
      if (ready !== null && isEmbed(request.url ?? '')) allowFraming(response)
      if (ready !== null) return sendReady(request, response, ready)
    }

    // It puts itself around the response, and calls back at once.
    compress(request, response, () => undefined)
    sendPagesWhole(response, isScriptless(request.url ?? '') ? withoutScripts : null)
    if (built !== null) setContentSecurityPolicy(request, response, built.prerendered)
    const known = { id: randomUUID(), site, address: clientAddress(claims) }
    const within = async <Result>(beginning: Beginning, answer: () => Promise<Result>) =>
      withinExchange(response, known, beginning, answer)
    /** Answers in the client's turn, or says that there is none, or no build any more. What the framework asks is part of a turn. */
    const work = async (asked: IncomingMessage, body: Buffer, answer: () => Promise<unknown>) => {
      if (isOwn) return void (await answer())
      const turn = built?.isThere() === false ? null : lineOf(asked).take(known.address)
      if (turn === null) return sendBusy(asked, response, body, built?.findReady ?? null, originOf(site))
      await takeTurn(await turn, request.socket, response, answer)
    }
    const refuse = async (refused: Refusal) => {
      const given = problemInstead(request, refused, originOf(site))
      drain(request)
      response.setHeader('Connection', 'close')
      if ('page' in given) {
        keepNowhere(response)
        const asked = askForPage(request, given.page)
        return work(asked, noBody, async () => within(given, async () => handler(asked, response)))
      }
      const { status, text, headers } = given
      response.writeHead(status, { ...(text !== null && plainText), ...headers })
      response.end(text === null ? undefined : `${text}\n`)
    }

    tellFramework(request, site, believed)
    if (refusal !== null) return refuse(refusal)
    if (!isChanging(request)) {
      // Nobody reads a body that comes with these, and nobody waits for the rest of one.
      if (Number(request.headers['content-length'] ?? 0) > 0) response.setHeader('Connection', 'close')
      return work(request, noBody, async () => within({}, async () => handler(request, response)))
    }
    const body = await readBody(request, pauseMs)
    if (body === null) return refuse({ status: 408, text: 'The rest of the request did not arrive.' })
    if (!(await isReadableForm(request, body))) return refuse({ status: 400, page: 'unreadable' })
    const sent = withBody(request, body)
    await work(sent, body, async () => {
      const page = await within({}, async () => pageInsteadOf(handler, sent, response))
      if (page === null) return
      const asked = askForPage(sent, page.route, sent.headers.cookie)
      await within({ status: page.status, pageInstead: page }, async () => handler(asked, response))
    })
  }
}

/**
 * The HTTP server around the framework's request handler. It has no access log: people who answer questions about mental
 * health leave no trace in one. `built` is null where pages are made anew as files change: what does that in the browser
 * needs `eval`, and such pages have no Content-Security-Policy.
 */
export function createHttpServer(
  handler: Handler,
  built: Built | null,
  settings: ServerSettings,
  patient: Patience = patience,
  watched: Watched | null = null,
): Server {
  const answer = guarded(handler, built, settings, patient, watched)
  // A proxy may name no host: `refusedForHost` knows when it may.
  const server = createServer({ ...waiting(patient), requireHostHeader: false }, (request, response) => {
    watched?.metrics.observe(request, response)
    answer(request, response).catch((error: unknown) => {
      // A browser that went away in the middle of sending is no failure of ours.
      if (!request.destroyed) log.error(kindOfError(error), 'a request could not be answered')
      if (response.headersSent) response.destroy()
      else response.writeHead(500, plainText).end('Internal server error\n')
    })
  })
  closeUnanswered(server, patient)
  return server
}
