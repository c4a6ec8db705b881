import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import type { RouteId } from '@/lib/i18n/routes'
import { originOf, type SiteAddress } from './site-address'

/** A page that answers a form in place of its route handler. */
export interface PageInstead {
  readonly route: RouteId
  readonly status: number
  /** Which form was refused, and what it is told. */
  readonly form: string
  readonly refused: unknown
  /** For how long the client should wait before it sends the form again; null where that is of no use. */
  readonly retryAfterSeconds: number | null
}

/** What the server knows of a request. */
interface Known {
  /** Random: the lines of the log that are about one request have the same. */
  readonly id: string
  /** Who asks: an address or a network, see `clientAddress`. */
  readonly address: string
  /** The address by which the client reaches the site. */
  readonly site: SiteAddress
}

/** What the server and the page that answers a request tell each other, beside what the framework carries. */
interface Exchange extends Known {
  /** The status code that the page asks for: rendered pages cannot choose theirs. null: the framework's own. */
  status: number | null
  /** How many bytes the body has, as the page says: the framework takes what it says in a header away. null: not known. */
  sizeBytes: number | null
  /** What the browser is to forget, as `Clear-Site-Data` says it: see `forgetPages` and `forgetEverything`. null: nothing. */
  forgets: string | null
  /** The page that a route handler asks for in its place, or that is being made in its place; null: none. */
  pageInstead: PageInstead | null
}

/** What the answer begins with. */
export type Beginning = Partial<Pick<Exchange, 'status' | 'pageInstead'>>

/** When it is worth to ask again for what could not be answered, in seconds. */
const retrySeconds = 30

const key = Symbol.for('miroir.exchange')
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<Exchange> }
// The page and the server around it are bundled apart, and meet on the global object.
const exchanges = (shared[key] ??= new AsyncLocalStorage<Exchange>())

/** What is known of the request that is being answered; undefined outside of one. */
export function currentExchange(): Exchange | undefined {
  return exchanges.getStore()
}

/** The site's origin as the client of the request that is being answered knows it. */
export function currentOrigin(): string {
  const exchange = currentExchange()
  if (exchange === undefined) throw new Error('no request is being answered')
  return originOf(exchange.site)
}

/** Whether the request that is being answered came over TLS, so that its cookies have to stay with it. */
export function isOverTls(): boolean {
  return currentExchange()?.site.scheme === 'https'
}

/**
 * Has the browser forget the pages of the site that it keeps to come back to, as they show what is erased now. Scripts look at a
 * page again before it is shown; where there are none, only this helps (over https, and on this machine).
 */
export function forgetPages(): void {
  const exchange = currentExchange()
  if (exchange) exchange.forgets = '"cache"'
}

/**
 * Has the browser forget what its tabs remember, too. In Firefox a page that is kept has a copy of its tab's memory, as it was when
 * the page was left: what is erased later is still in it, and comes back with the page.
 */
export function forgetEverything(): void {
  const exchange = currentExchange()
  if (exchange) exchange.forgets = '"cache", "storage"'
}

/**
 * Answers a request, with the status code that its page asks for, else with `status`, else with the one it would have. A page that
 * leads elsewhere does so.
 */
export function withinExchange<Result>(
  response: ServerResponse,
  known: Known,
  { status = null, pageInstead = null }: Beginning,
  answer: () => Result,
): Result {
  const exchange: Exchange = { ...known, status, pageInstead, sizeBytes: null, forgets: null }
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse
  response.writeHead = (own: number, ...rest: unknown[]) => {
    if (exchange.sizeBytes !== null) response.setHeader('Content-Length', exchange.sizeBytes)
    if (exchange.forgets !== null) response.setHeader('Clear-Site-Data', exchange.forgets)
    const wait = pageInstead?.retryAfterSeconds ?? null
    if (wait !== null) response.setHeader('Retry-After', wait)
    const isElsewhere = own >= 300 && own < 400
    const sent = isElsewhere ? own : (exchange.status ?? own)
    if (sent === 503 && !response.hasHeader('Retry-After')) response.setHeader('Retry-After', retrySeconds)
    return writeHead(sent, ...rest)
  }
  return exchanges.run(exchange, answer)
}
