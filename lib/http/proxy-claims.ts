import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import proxyAddress from 'proxy-addr'
import { parseForwarded } from './forwarded'
import { parseHost } from './host'

/** Whether an address is that of a proxy that is believed. */
export type Trusts = (address: string) => boolean

const mostRemembered = 1000

/** The proxies that a setting names: addresses, networks, and names of networks such as `loopback`. */
export function trusting(proxies: readonly string[]): Trusts {
  const trusts = proxyAddress.compile([...proxies])
  // Reading an address takes longer than all the rest. Those of proxies come again with each request; no others are remembered.
  const trusted = new Set<string>()
  return (address) => {
    if (trusted.has(address)) return true
    const isTrusted = ipaddr.isValid(address) && trusts(address, 0)
    if (isTrusted && trusted.size < mostRemembered) trusted.add(address)
    return isTrusted
  }
}

/** What one family of headers says of the way that a request took: in each list the last entry is the nearest proxy's. */
export interface ProxyClaims {
  readonly schemes: readonly string[]
  readonly hosts: readonly string[]
  readonly ports: readonly string[]
  /** How many proxies are believed: as many of the last entries of each list are theirs. */
  readonly trustedCount: number
}

/** What proxies say of a request. */
export interface Claims {
  /** In Forwarded (RFC 7239). */
  readonly forwarded: ProxyClaims
  /** In X-Forwarded-For, -Proto, -Host and -Port. */
  readonly lists: ProxyClaims
  /** Whether a proxy that is believed has passed the request on. */
  readonly isPassedOn: boolean
  /** The address of the client, as the last proxy that is believed says; undefined where the connection is gone. */
  readonly client: string | undefined
}

/** An address without port and brackets; any other text as it is. */
function plainAddress(text: string): string {
  if (isIP(text) !== 0) return text
  const name = parseHost(text)?.name ?? text
  return name.replace(/^\[(.*)\]$/, '$1')
}

interface Way {
  readonly trustedCount: number
  readonly client: string | undefined
}

/** How far those are believed who have passed a request on; `addresses` begin with the other end of the connection. */
function believedWay(addresses: readonly (string | undefined)[], trusts: Trusts): Way {
  const plain = addresses.map((address) => plainAddress(address ?? ''))
  const foreign = plain.findIndex((address) => !trusts(address))
  // Of the last one nobody says that it is a proxy, even if it could be one.
  const last = foreign === -1 ? plain.length - 1 : foreign
  return { trustedCount: foreign === 0 ? 0 : Math.max(1, last), client: plain[last] }
}

const listOf = (header: string | readonly string[] | undefined): readonly string[] =>
  String(header ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

/** What proxies say of a request. */
export function proxyClaims(request: IncomingMessage, trusts: Trusts): Claims {
  const { headers, socket } = request
  const elements = parseForwarded(headers.forwarded ?? '') ?? []
  const all = (name: string) => elements.map((element) => element.get(name) ?? '')
  const byLists = believedWay(proxyAddress.all(request), trusts)
  const byForwarded =
    elements.length === 0 ? byLists : believedWay([socket.remoteAddress, ...all('for').toReversed()], trusts)
  return {
    forwarded: {
      schemes: all('proto'),
      hosts: all('host'),
      ports: [],
      trustedCount: byForwarded.trustedCount,
    },
    lists: {
      schemes: listOf(headers['x-forwarded-proto']),
      hosts: listOf(headers['x-forwarded-host']),
      ports: listOf(headers['x-forwarded-port']),
      trustedCount: byLists.trustedCount,
    },
    isPassedOn: byLists.trustedCount > 0,
    client: (headers['x-forwarded-for'] === undefined ? byForwarded : byLists).client,
  }
}
