import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/**
 * Whether a request that changes something comes from another site. Every current browser says so in Sec-Fetch-Site; an
 * older one names the origin.
 */
export function isForeign({ headers, method }: IncomingMessage): boolean {
  if (method === 'GET' || method === 'HEAD') return false
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return headers.origin !== undefined && hostOf(headers.origin) !== ownHost(headers)
}

/** The host that the browser asked for, as a proxy in front passes it on. */
function ownHost(headers: IncomingHttpHeaders): string | undefined {
  const forwarded = headers['x-forwarded-host']
  return typeof forwarded === 'string' ? forwarded : headers.host
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/**
 * A browser that is told to send no referrer names no origin either when it posts a form, not even to its own site, and
 * the framework would refuse the form. What Sec-Fetch-Site has vouched for is named here.
 */
export function nameOwnOrigin({ headers }: IncomingMessage): void {
  if (headers.origin === 'null' && headers['sec-fetch-site'] === 'same-origin')
    headers.origin = `http://${ownHost(headers)}`
}
