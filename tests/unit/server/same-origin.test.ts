import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isForeign, nameOwnOrigin } from '@/server/same-origin'

const post = (headers: Record<string, string>) => ({ method: 'POST', headers }) as unknown as IncomingMessage

test.each([
  [{ 'sec-fetch-site': 'cross-site', host: 'miroir.example' }, true],
  [{ 'sec-fetch-site': 'same-site', host: 'miroir.example' }, true],
  [{ 'sec-fetch-site': 'same-origin', host: 'miroir.example', origin: 'null' }, false],
  [{ 'sec-fetch-site': 'none', host: 'miroir.example' }, false],
  [{ origin: 'https://elsewhere.example', host: 'miroir.example' }, true],
  [{ origin: 'null', host: 'miroir.example' }, true],
  [{ origin: 'https://miroir.example', host: 'miroir.example' }, false],
  [{ origin: 'https://miroir.example', host: 'inner:3000', 'x-forwarded-host': 'miroir.example' }, false],
  [{ origin: 'https://elsewhere.example', host: 'inner:3000', 'x-forwarded-host': 'miroir.example' }, true],
  [{ host: 'miroir.example' }, false],
])('a form with %j is foreign: %s', (headers, expected) => {
  expect(isForeign(post(headers))).toBe(expected)
})

test('reading a page from elsewhere is nothing foreign', () => {
  expect(
    isForeign({ method: 'GET', headers: { 'sec-fetch-site': 'cross-site' } } as unknown as IncomingMessage),
  ).toBe(false)
})

test('an origin is named only where the browser has vouched for it', () => {
  const own = post({ origin: 'null', 'sec-fetch-site': 'same-origin', host: 'miroir.example' })
  nameOwnOrigin(own)
  expect(own.headers.origin).toBe('http://miroir.example')
  const unknown = post({ origin: 'null', host: 'miroir.example' })
  nameOwnOrigin(unknown)
  expect(unknown.headers.origin).toBe('null')
})
