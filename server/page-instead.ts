import type { IncomingMessage, ServerResponse } from 'node:http'
import { currentExchange, type PageInstead } from '@/lib/http/exchange'
import type { Handler } from './http-server'

/** The framework puts this on its answer to a form whose action it does not know: a bare sentence in English. */
const unknownAction = 'x-nextjs-action-not-found'

const pageTooOld: PageInstead = {
  route: 'pageTooOld',
  status: 409,
  form: 'action',
  refused: null,
  retryAfterSeconds: null,
}

/** A page's own script reads that header itself. A form without scripts has a reader. */
const isSentByScript = ({ headers }: IncomingMessage) => headers['next-action'] !== undefined

/**
 * Answers a request by the framework's handler, unless a page is to answer in its place: one that a route handler asks for, or the
 * one for an action that the framework does not know. Returns that page, with nothing answered but the cookies that were set; null
 * once the request is answered.
 */
export async function pageInsteadOf(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<PageInstead | null> {
  if (request.method !== 'POST' || isSentByScript(request)) {
    await handler(request, response)
    return null
  }
  const before = new Set([...response.getHeaderNames(), 'set-cookie'])
  const own = { writeHead: response.writeHead.bind(response), end: response.end.bind(response) }
  let page: PageInstead | null = null
  const unlessPage =
    (answer: (...given: never[]) => ServerResponse) =>
    (...given: unknown[]) => {
      page ??= currentExchange()?.pageInstead ?? (response.hasHeader(unknownAction) ? pageTooOld : null)
      return page === null ? answer(...(given as never[])) : response
    }
  Object.assign(response, { writeHead: unlessPage(own.writeHead), end: unlessPage(own.end) })
  await handler(request, response)
  Object.assign(response, own)
  if (page !== null) {
    for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name)
  }
  return page
}
