import ipaddr from 'ipaddr.js'
import type { Claims } from './proxy-claims'

/** How many bits of an IPv6 address name a household or an office; the rest, its devices choose themselves. */
const ipv6NetworkBits = 64

/**
 * Who sends a request, for counting: an IPv4 address, or the network of an IPv6 address. Headers are believed only where a
 * trusted proxy wrote them. `unknown` where the connection is gone already.
 */
export function clientAddress({ client }: Claims): string {
  if (client === undefined || !ipaddr.isValid(client)) return 'unknown'
  const address = ipaddr.process(client)
  if (address.kind() === 'ipv4') return address.toString()
  const bytes = address.toByteArray().slice(0, ipv6NetworkBits / 8)
  return `${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}/${ipv6NetworkBits}`
}
