import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { proxyClaims, trusting } from '@/lib/http/proxy-claims'
import { requestedHost } from '@/lib/http/site-address'
import { refusedForOrigin } from '@/server/same-origin'
import { asked } from '../../support/asked'

const host = 'miroir.example'
const own = 'https://miroir.example'
const other = 'https://elsewhere.example'

const isRefused = (headers: IncomingHttpHeaders, method = 'POST') => {
  const request = asked(headers, { method })
  const claims = proxyClaims(request, trusting(['loopback']))
  return (
    refusedForOrigin(request, { publicUrl: undefined, claims, requested: requestedHost(request) }) !== null
  )
}

test.each<[IncomingHttpHeaders, boolean]>([
  [{ host, 'sec-fetch-site': 'cross-site' }, true],
  [{ host, 'sec-fetch-site': 'cross-site', origin: own }, true],
  [{ host, 'sec-fetch-site': 'same-site', origin: own }, true],
  [{ host, 'sec-fetch-site': 'Same-Origin' }, true],
  [{ host, 'sec-fetch-site': 'same-origin, cross-site' }, true],
  [{ host, 'sec-fetch-site': '' }, true],
  [{ host, 'sec-fetch-site': 'same-origin' }, false],
  [{ host, 'sec-fetch-site': 'same-origin', origin: 'null' }, false],
  // A proxy says nothing of the host by which the browser knows the site.
  [{ host: 'inner:3000', 'sec-fetch-site': 'same-origin', origin: own }, false],
  [{ host, 'sec-fetch-site': 'none' }, false],
  [{ host, 'sec-fetch-site': 'none', origin: 'null' }, false],
  [{ host, 'sec-fetch-site': 'none', origin: own }, false],
  [{ host, 'sec-fetch-site': 'none', origin: other }, true],
  [{ host, origin: own }, false],
  [{ host, origin: other }, true],
  [{ host, origin: 'null' }, true],
  [{ host, origin: '' }, true],
  [{ host }, false],
])('a form with %j is refused: %s', (headers, expected) => {
  expect(isRefused(headers)).toBe(expected)
})

test('whatever else changes something is held to the same, and reading is free', () => {
  const headers = { host, 'sec-fetch-site': 'cross-site', origin: other }
  for (const method of ['PUT', 'PATCH', 'DELETE', 'FOO']) expect(isRefused(headers, method)).toBe(true)
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(isRefused(headers, method)).toBe(false)
})
