import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, test } from 'vitest'
import { proxyClaims, trusting } from '@/lib/http/proxy-claims'
import { requestedHost, siteAddress } from '@/lib/http/site-address'
import { asked } from '../../../support/asked'

interface Settings {
  readonly publicUrl?: string
  readonly proxies: readonly string[]
}

const loopback: Settings = { proxies: ['loopback'] }
const addressOf = (
  headers: IncomingHttpHeaders,
  rest: Record<string, unknown> = {},
  { publicUrl, proxies }: Settings = loopback,
) => {
  const request = asked(headers, rest)
  const claims = proxyClaims(request, trusting(proxies))
  const { scheme, host } = siteAddress(request, { publicUrl, claims, requested: requestedHost(request) })
  return `${scheme}://${host}`
}

describe('without a proxy, the request says it', () => {
  const direct = {
    socket: { remoteAddress: '203.0.113.7', localAddress: '::ffff:192.0.2.1', localPort: 3000 },
  }
  test.each<[IncomingHttpHeaders, string]>([
    [{ host: 'miroir.example' }, 'http://miroir.example'],
    [{ host: 'MIROIR.Example:80' }, 'http://miroir.example'],
    [{ host: 'miroir.example:8080' }, 'http://miroir.example:8080'],
    [{ host: '[2001:DB8::1]:8080' }, 'http://[2001:db8::1]:8080'],
    [{ host: 'localhost:' }, 'http://localhost'],
    [{}, 'http://192.0.2.1:3000'],
    [{ host: '' }, 'http://192.0.2.1:3000'],
    [{ host: 'a b' }, 'http://192.0.2.1:3000'],
    [
      { host: 'a.example', 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' },
      'http://a.example',
    ],
    [{ host: 'a.example', forwarded: 'host=b.example;proto=https' }, 'http://a.example'],
  ])('%j is %s', (headers, expected) => {
    expect(addressOf(headers, direct)).toBe(expected)
  })

  test('a whole address as the target comes before the Host header', () => {
    expect(addressOf({ host: 'a.example' }, { ...direct, url: 'http://B.example:81/fr?x' })).toBe(
      'http://b.example:81',
    )
  })

  test.each([
    [{ localAddress: '::1', localPort: 3000 }, 'http://[::1]:3000'],
    [{ localAddress: '127.0.0.1', localPort: 80 }, 'http://127.0.0.1'],
    [{}, 'http://localhost'],
  ])('our end of the connection %j is %s', (socket, expected) => {
    expect(addressOf({}, { socket })).toBe(expected)
  })
})

describe('a trusted proxy says it', () => {
  test.each<[IncomingHttpHeaders, string]>([
    [{ host: 'miroir.example', 'x-forwarded-proto': 'https' }, 'https://miroir.example'],
    [{ host: 'miroir.example:443', 'x-forwarded-proto': 'HTTPS' }, 'https://miroir.example'],
    [{ host: 'inner:3000', 'x-forwarded-host': 'miroir.example' }, 'http://miroir.example'],
    [{ host: 'inner:3000', 'x-forwarded-host': ' Miroir.Example:8080 ' }, 'http://miroir.example:8080'],
    [{ host: 'inner:3000', 'x-forwarded-host': '[::1]:8080' }, 'http://[::1]:8080'],
    [{ host: 'inner:3000', 'x-forwarded-host': '' }, 'http://inner:3000'],
    [{ host: 'inner:3000', 'x-forwarded-host': 'a/b' }, 'http://inner:3000'],
    [{ host: 'inner:3000', 'x-forwarded-host': 'http://a.example' }, 'http://inner:3000'],
    [{ host: 'inner:3000', 'x-forwarded-host': 'user@a.example' }, 'http://inner:3000'],
    [{ host: 'inner:3000', 'x-forwarded-host': 'a.example:0' }, 'http://inner:3000'],
    [{ host: 'inner:3000', 'x-forwarded-host': 'a.example:65536' }, 'http://inner:3000'],
    [{ host: 'a.example', 'x-forwarded-proto': 'gopher' }, 'http://a.example'],
    [{ host: 'a.example', 'x-forwarded-proto': 'https://' }, 'http://a.example'],
    // Without X-Forwarded-For there is one proxy, which wrote the last entry.
    [{ host: 'inner', 'x-forwarded-host': 'a.example, b.example' }, 'http://b.example'],
    [{ host: 'inner', 'x-forwarded-host': 'a.example,, b.example, ' }, 'http://b.example'],
    [{ host: 'inner', 'x-forwarded-proto': 'https, http' }, 'http://inner'],
    [{ host: 'inner', 'x-forwarded-proto': 'http,https' }, 'https://inner'],
  ])('%j is %s', (headers, expected) => {
    expect(addressOf(headers)).toBe(expected)
  })

  test.each<[IncomingHttpHeaders, string]>([
    [{ host: 'a.example', 'x-forwarded-port': '8080' }, 'http://a.example:8080'],
    [{ host: 'b', 'x-forwarded-host': 'a.example', 'x-forwarded-port': '8080' }, 'http://a.example:8080'],
    [{ host: 'b', 'x-forwarded-host': 'a.example:81', 'x-forwarded-port': '8080' }, 'http://a.example:81'],
    [{ host: 'a.example', 'x-forwarded-port': '443', 'x-forwarded-proto': 'https' }, 'https://a.example'],
    [{ host: 'a.example', 'x-forwarded-port': '80', 'x-forwarded-proto': 'https' }, 'https://a.example'],
    [{ host: 'a.example', 'x-forwarded-port': '443' }, 'http://a.example'],
    [{ host: 'a.example', 'x-forwarded-port': '8080, 8443' }, 'http://a.example:8443'],
    [{ host: 'a.example', 'x-forwarded-port': '0' }, 'http://a.example'],
    [{ host: 'a.example', 'x-forwarded-port': 'x' }, 'http://a.example'],
  ])('%j with its port is %s', (headers, expected) => {
    expect(addressOf(headers)).toBe(expected)
  })

  test.each<[string, string]>([
    ['for=192.0.2.60;proto=https;by=203.0.113.43;host=miroir.example', 'https://miroir.example'],
    ['For="[2001:db8::17]:4711";PROTO=HTTPS;Host="Miroir.example:8443"', 'https://miroir.example:8443'],
    ['host=miroir.example:8443 ; proto="https"', 'https://miroir.example:8443'],
    ['host="mir\\oir.example"', 'http://miroir.example'],
    ['host=a.example, host=b.example', 'http://b.example'],
    [', ,host="a.example";;proto=https,', 'https://a.example'],
    ['for="a, b;host=c";host=a.example', 'http://a.example'],
    ['proto=https', 'https://inner'],
    ['host=a.example', 'http://a.example'],
    ['host="a b"', 'http://inner'],
    ['host=""', 'http://inner'],
    ['host=', 'http://inner'],
    // What cannot be read is passed over as a whole.
    ['host="a.example', 'http://inner'],
    ['host=a.example;proto', 'http://inner'],
    ['host=a.example b.example', 'http://inner'],
    ['host=a.example;host=b.example', 'http://inner'],
    ['', 'http://inner'],
  ])('Forwarded: %s is %s', (forwarded, expected) => {
    expect(addressOf({ host: 'inner', forwarded })).toBe(expected)
  })

  test('Forwarded comes first, and what it leaves open the others say', () => {
    const others = { host: 'inner', 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' }
    expect(addressOf({ ...others, forwarded: 'host=a.example;proto=http' })).toBe('http://a.example')
    expect(addressOf({ ...others, forwarded: 'for=192.0.2.1' })).toBe('https://b.example')
  })
})

describe('of several proxies, the outermost that is trusted says it', () => {
  const two = { proxies: ['loopback', '10.0.0.0/8', 'fd00::/8'] }
  const lists = {
    host: 'inner',
    'x-forwarded-host': 'sent.example, miroir.example, middle',
    'x-forwarded-proto': 'http, https, http',
  }
  test.each<[string, string]>([
    ['203.0.113.7', 'http://middle'],
    ['203.0.113.7, 10.1.2.3', 'https://miroir.example'],
    ['198.51.100.9, 203.0.113.7, 10.1.2.3', 'https://miroir.example'],
    ['203.0.113.7, 10.1.2.3:4711', 'https://miroir.example'],
    ['203.0.113.7, [fd00::1]:80', 'https://miroir.example'],
    ['unknown, 10.1.2.3', 'https://miroir.example'],
    // More proxies than entries: as many as there are.
    ['203.0.113.7, 10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4', 'http://sent.example'],
  ])('X-Forwarded-For: %s is %s', (chain, expected) => {
    expect(addressOf({ ...lists, 'x-forwarded-for': chain }, {}, two)).toBe(expected)
  })

  test('as Forwarded names them', () => {
    const said = (chain: string) => addressOf({ host: 'inner', forwarded: chain }, {}, two)
    const outer = 'for=203.0.113.7;host=miroir.example;proto=https'
    expect(said(`${outer}, for=10.1.2.3`)).toBe('https://miroir.example')
    expect(said(`${outer}, for="[fd00::1]:80"`)).toBe('https://miroir.example')
    expect(said(`${outer}, for=198.51.100.1`)).toBe('http://inner')
    expect(said(`${outer}, for=unknown;host=middle`)).toBe('http://middle')
  })

  test('a client on a trusted network is no proxy', () => {
    expect(addressOf({ ...lists, 'x-forwarded-for': '10.1.2.3' }, {}, two)).toBe('http://middle')
  })
})

test.each([
  ['https://miroir.example', 'https://miroir.example'],
  ['http://192.168.1.5:3000', 'http://192.168.1.5:3000'],
  ['https://[2001:db8::1]:8443', 'https://[2001:db8::1]:8443'],
])('what the operator has set, %s, comes before all', (publicUrl, expected) => {
  const headers = {
    host: 'a.example',
    'x-forwarded-host': 'b.example',
    forwarded: 'host=c.example;proto=http',
  }
  expect(addressOf(headers, {}, { ...loopback, publicUrl })).toBe(expected)
})
