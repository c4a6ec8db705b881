import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { defaultPorts, hostText, parseHost, parsePort, parseScheme, type Host, type Scheme } from './host'
import type { Claims, ProxyClaims } from './proxy-claims'
import { parseTarget } from './request-target'

/** How a browser reaches the site. */
export interface SiteAddress {
  readonly scheme: Scheme
  /** With the port, unless the scheme implies it. */
  readonly host: string
}

/** What is believed about the site's address. */
export interface Believed {
  /** The address that the operator has set, which comes before all else; undefined where none is. */
  readonly publicUrl: string | undefined
  readonly claims: Claims
  /** The host that the request itself names; null where it names none. */
  readonly requested: Host | null
}

/** The first thing that can be read of what trusted proxies wrote: the outermost of them knows best. */
function firstRead<Read>(
  claims: readonly ProxyClaims[],
  list: 'schemes' | 'hosts' | 'ports',
  read: (entry: string) => Read | null,
): Read | null {
  const trusted = claims.flatMap((each) =>
    each[list].slice(Math.max(0, each[list].length - each.trustedCount)),
  )
  return trusted.map(read).find((each) => each !== null) ?? null
}

/** The host that a request itself names: in a whole address as its target, else in its Host header. */
export function requestedHost({ url, headers }: IncomingMessage): Host | null {
  return parseTarget(url ?? '')?.authority ?? parseHost(headers.host ?? '')
}

/** Our end of the connection, for a request that names no host. */
function localHost({ socket: { localAddress, localPort } }: IncomingMessage): Host {
  if (localAddress === undefined || !ipaddr.isValid(localAddress)) return { name: 'localhost', port: null }
  const address = ipaddr.process(localAddress)
  const name = address.kind() === 'ipv6' ? `[${address.toString()}]` : address.toString()
  return { name, port: localPort ?? null }
}

/** The port that a proxy names, unless it is that of the other scheme: of a proxy behind the one that ends TLS. */
function namedPort(lists: ProxyClaims, scheme: Scheme): number | null {
  const port = firstRead([lists], 'ports', parsePort)
  return port === defaultPorts[scheme === 'http' ? 'https' : 'http'] ? null : port
}

/**
 * The site's address as the sender of a request knows it: what the operator has set; else what trusted proxies say in
 * Forwarded (RFC 7239) or in X-Forwarded-Proto, -Host and -Port; else what the request says. What is no valid host or
 * scheme is passed over.
 */
export function siteAddress(
  request: IncomingMessage,
  { publicUrl, claims, requested }: Believed,
): SiteAddress {
  if (publicUrl !== undefined) {
    const { protocol, host } = new URL(publicUrl)
    return { scheme: protocol === 'https:' ? 'https' : 'http', host }
  }
  const { forwarded, lists } = claims
  const scheme = firstRead([forwarded, lists], 'schemes', parseScheme) ?? 'http'
  const complete = firstRead([forwarded], 'hosts', parseHost)
  if (complete !== null) return { scheme, host: hostText(complete, scheme) }
  const { name, port } = firstRead([lists], 'hosts', parseHost) ?? requested ?? localHost(request)
  return { scheme, host: hostText({ name, port: port ?? namedPort(lists, scheme) }, scheme) }
}

/** The address as a browser writes an origin. */
export const originOf = ({ scheme, host }: SiteAddress): string => `${scheme}://${host}`
