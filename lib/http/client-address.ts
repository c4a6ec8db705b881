import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyAddress from 'proxy-addr'

/** How many bits of an IPv6 address name a household or an office; the rest, its devices choose themselves. */
const ipv6NetworkBits = 64

/**
 * Who sends a request, for counting: an IPv4 address, or the network of an IPv6 address. Headers are believed only where a
 * trusted proxy wrote them. `unknown` where the connection is gone already.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const found: string | undefined = proxyAddress(request, [...trustedProxies])
  if (found === undefined || !ipaddr.isValid(found)) return 'unknown'
  const address = ipaddr.process(found)
  if (address.kind() === 'ipv4') return address.toString()
  const bytes = address.toByteArray().slice(0, ipv6NetworkBits / 8)
  return `${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}/${ipv6NetworkBits}`
}
