import type { IncomingMessage } from 'node:http'
import { isFromTrustedProxy, requestedHost, type Believed } from '@/lib/http/site-address'
import type { Refusal } from './refusal'

const badAddress: Refusal = { status: 400, page: 'badAddress' }

/**
 * Refuses a request that names two hosts, or none where it must (RFC 9112, section 3.2): which site it was for is a guess.
 * A trusted proxy may name none, since it has been asked for this site.
 */
export function refusedForHost(request: IncomingMessage, believed: Believed): Refusal | null {
  const { rawHeaders, httpVersion } = request
  const hostLines = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host')
  if (hostLines.length > 1) return badAddress
  if (requestedHost(request) !== null || isFromTrustedProxy(request, believed)) return null
  return httpVersion === '1.0' && hostLines.length === 0 ? null : badAddress
}
