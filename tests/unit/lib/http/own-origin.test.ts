import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { isOwnOrigin } from '@/lib/http/own-origin'
import { proxyClaims, trusting } from '@/lib/http/proxy-claims'
import { requestedHost } from '@/lib/http/site-address'
import { asked } from '../../../support/asked'

const host = 'miroir.example'

const isOwn = (
  origin: string,
  headers: IncomingHttpHeaders,
  { proxies = ['loopback'], publicUrl }: { proxies?: string[]; publicUrl?: string } = {},
) => {
  const request = asked(headers)
  const claims = proxyClaims(request, trusting(proxies))
  return isOwnOrigin(origin, { publicUrl, claims, requested: requestedHost(request) })
}

test.each<[string, IncomingHttpHeaders]>([
  ['https://miroir.example', { host }],
  ['http://miroir.example', { host }],
  ['HTTP://MIROIR.example', { host }],
  ['https://miroir.example:443', { host }],
  ['https://miroir.example', { host: 'miroir.example:443' }],
  ['http://miroir.example:8080', { host: 'miroir.example:8080' }],
  // The proxy has left out the port.
  ['http://miroir.example:8080', { host }],
  ['http://[2001:db8::1]:8080', { host: '[2001:DB8::1]' }],
  ['https://miroir.example', { host: 'inner:3000', 'x-forwarded-host': host }],
  ['https://miroir.example', { host: 'inner:3000', 'x-forwarded-host': `a, ${host}, b` }],
  ['https://miroir.example', { host: 'inner:3000', forwarded: `host="${host}:443", for=192.0.2.1` }],
  // One of several names by which the site is known.
  ['https://inner:3000', { host: 'inner:3000', 'x-forwarded-host': host }],
])('%s is the site’s own where %j', (origin, headers) => {
  expect(isOwn(origin, headers)).toBe(true)
})

test.each<[string, IncomingHttpHeaders]>([
  ['', { host }],
  ['null', { host }],
  ['miroir.example', { host }],
  ['https://', { host }],
  ['https://miroir.example/', { host }],
  ['https://miroir.example/x', { host }],
  ['https://user@miroir.example', { host }],
  ['https://miroir.example, https://elsewhere.example', { host }],
  ['https://miroir.example https://elsewhere.example', { host }],
  ['https://miroir.example.', { host }],
  ['https://miroir.example.elsewhere.example', { host }],
  ['https://amiroir.example', { host }],
  ['https://www.miroir.example', { host }],
  ['file://miroir.example', { host }],
  ['https://elsewhere.example', { host }],
  ['https://elsewhere.example', { host, 'x-forwarded-host': 'a, b' }],
  ['http://miroir.example:8080', { host: 'miroir.example:8081' }],
  ['http://miroir.example:443', { host: 'miroir.example:80' }],
  ['null', {}],
  ['null', { host: 'null' }],
])('%s is foreign where %j', (origin, headers) => {
  expect(isOwn(origin, headers)).toBe(false)
})

test('a proxy that is not trusted names no host of the site, and a browser leaves out no port', () => {
  const headers = {
    host: 'miroir.example',
    'x-forwarded-host': 'other.example',
    forwarded: 'host=third.example',
  }
  const proxies = ['10.0.0.0/8']
  expect(isOwn('http://miroir.example', headers, { proxies })).toBe(true)
  expect(isOwn('http://other.example', headers, { proxies })).toBe(false)
  expect(isOwn('http://third.example', headers, { proxies })).toBe(false)
  expect(isOwn('http://miroir.example:8080', headers, { proxies })).toBe(false)
})

test('the address that the operator has set is the site’s own, whatever the request says', () => {
  const publicUrl = 'https://miroir.example:8443'
  expect(isOwn('https://miroir.example:8443', { host: 'inner' }, { publicUrl })).toBe(true)
  expect(isOwn('https://miroir.example', { host: 'inner' }, { publicUrl })).toBe(false)
  expect(isOwn('http://inner', { host: 'inner' }, { publicUrl })).toBe(true)
})
