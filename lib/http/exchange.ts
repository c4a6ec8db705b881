import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { originOf, type SiteAddress } from './site-address'

/** What the server and the page that answers a request tell each other, beside what the framework carries. */
interface Exchange {
  /** The status code that the page asks for: rendered pages cannot choose theirs. null: the framework's own. */
  status: number | null
  /** How many bytes the body has, as the page says: the framework takes what it says in a header away. null: not known. */
  sizeBytes: number | null
  /** Who asks: an address or a network, see `clientAddress`. */
  readonly address: string
  /** How whoever asks reaches the site. */
  readonly site: SiteAddress
}

const key = Symbol.for('miroir.exchange')
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<Exchange> }
// The page and the server around it are bundled apart, and meet on the global object.
const exchanges = (shared[key] ??= new AsyncLocalStorage<Exchange>())

/** What is known of the request that is being answered; undefined outside of one. */
export function currentExchange(): Exchange | undefined {
  return exchanges.getStore()
}

/** The site's origin as whoever sent the request that is being answered knows it. */
export function currentOrigin(): string {
  const exchange = currentExchange()
  if (exchange === undefined) throw new Error('no request is being answered')
  return originOf(exchange.site)
}

/** Whether the request that is being answered came over TLS, so that its cookies have to stay with it. */
export function isOverTls(): boolean {
  return currentExchange()?.site.scheme === 'https'
}

/** Answers a request, with the status code that its page asks for, else with `status`, else with the one it would have. */
export function withinExchange<Result>(
  response: ServerResponse,
  known: Readonly<Pick<Exchange, 'status' | 'address' | 'site'>>,
  answer: () => Result,
): Result {
  const exchange: Exchange = { ...known, sizeBytes: null }
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    ...rest: unknown[]
  ) => ServerResponse
  response.writeHead = (own: number, ...rest: unknown[]) => {
    if (exchange.sizeBytes !== null) response.setHeader('Content-Length', exchange.sizeBytes)
    return writeHead(exchange.status ?? own, ...rest)
  }
  return exchanges.run(exchange, answer)
}
