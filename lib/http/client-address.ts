import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import { proxyClaims, type Trusts } from './proxy-claims'

/** How many bits of an IPv6 address name a household or an office; the rest, its devices choose themselves. */
const ipv6NetworkBits = 64

/** The address that sends a request, as the last proxy that is believed says; undefined where the connection is gone. */
export function senderOf(request: IncomingMessage, trusts: Trusts): string | undefined {
  const [forwarded, lists] = proxyClaims(request, trusts)
  return (request.headers['x-forwarded-for'] === undefined ? forwarded : lists).client
}

/**
 * Who sends a request, for counting: an IPv4 address, or the network of an IPv6 address. Headers are believed only where a
 * trusted proxy wrote them. `unknown` where the connection is gone already.
 */
export function clientAddress(request: IncomingMessage, trusts: Trusts): string {
  const found = senderOf(request, trusts)
  if (found === undefined || !ipaddr.isValid(found)) return 'unknown'
  const address = ipaddr.process(found)
  if (address.kind() === 'ipv4') return address.toString()
  const bytes = address.toByteArray().slice(0, ipv6NetworkBits / 8)
  return `${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}/${ipv6NetworkBits}`
}
