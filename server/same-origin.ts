import type { IncomingMessage } from 'node:http'
import { isOwnOrigin } from '@/lib/http/own-origin'
import type { Believed } from '@/lib/http/site-address'
import type { Refusal } from './refusal'

const readingMethods = ['GET', 'HEAD', 'OPTIONS']

/** Whether a request can change something. */
export const isChanging = ({ method }: IncomingMessage): boolean => !readingMethods.includes(method ?? '')

/**
 * Refuses what another site sends. A browser says in Sec-Fetch-Site whether it was a page of this site; where it says
 * nothing, over plain HTTP or because it is old, it names the origin. `none` is the person's own doing, reloading for
 * instance; it does not make a foreign origin ours. A request with neither header comes from no browser that could have
 * been led to send it with somebody's cookies, and is taken.
 */
export function refusedForOrigin(request: IncomingMessage, believed: Believed): Refusal | null {
  if (!isChanging(request)) return null
  const { origin, 'sec-fetch-site': site } = request.headers
  const isOwn = origin !== undefined && isOwnOrigin(origin, believed)
  const isTaken =
    site === undefined
      ? origin === undefined || isOwn
      : site === 'same-origin' || (site === 'none' && (origin === undefined || origin === 'null' || isOwn))
  return isTaken ? null : { status: 403, page: 'otherSite' }
}
