import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readablePath } from '@/lib/http/request-target'
import { sendRaw, statusOf } from '../../support/raw-request'
import { echo, serve } from '../../support/served'

const untrusted = ['10.0.0.0/8']

/** The first line and the last of an answer: its status, and what the handler was asked for. */
async function answerTo(head: string, trustedProxies?: string[]): Promise<string> {
  const port = await serve(echo, trustedProxies && { trustedProxies })
  const answer = await sendRaw(port, `${head}\r\nConnection: close\r\n\r\n`)
  const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? []
  return `${status} ${/(?:GET|HEAD|POST) \/\S*/.exec(answer)?.[0]}`
}

/** Bytes that any place of an address may hold. */
const anyByte = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code))
const anyEncoded = fc.integer({ min: 0, max: 255 }).map((code) => `%${code.toString(16).padStart(2, '0')}`)
const anyPath = fc
  .array(fc.oneof(anyByte, anyEncoded, fc.constantFrom('/', '.', '..', '%', '\\', 'fr', 'api', '_next')), {
    maxLength: 20,
  })
  .map((parts) => `/${parts.join('')}`)

describe('a path', () => {
  test.each([
    ['/', '/'],
    ['/fr/aide', '/fr/aide'],
    ['/ic%6fn.svg', '/icon.svg'],
    ['/ic%6Fn%2esvg', '/icon.svg'],
    ['/%66%72', '/fr'],
    ['/fr/%2e%2e/en', '/en'],
    ['/fr/./../../en', '/en'],
    ['/fr/..%2fen', '/fr/..%2Fen'],
    ['/fr/%c3%a9', '/fr/%C3%A9'],
    ['/fr/%25ff', '/fr/%25ff'],
    ['/fr/%5c', '/fr/%5C'],
    ['//fr', '//fr'],
    ["/fr/(!$&'*+,;=:@)", "/fr/(!$&'*+,;=:@)"],
  ])('%s is read as %s', (written, read) => {
    expect(readablePath(written)).toBe(read)
  })

  test.each([
    '/%',
    '/fr/aide%',
    '/fr/%2',
    '/fr/%zz',
    '/fr/%ff',
    '/fr/%c3',
    '/fr/%c0%af',
    '/fr/%ed%a0%80',
    '/fr/%00',
    '/fr/x%0d%0aSet-Cookie:a=b',
    '/fr/%7f',
    '/fr/%c2%85',
    '/fr/é',
    '/fr/a b',
    '',
    'fr',
    '*',
  ])('%s cannot be read', (written) => {
    expect(readablePath(written)).toBeNull()
  })

  test('is read the same again, and can be decoded, or is refused', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const read = readablePath(path)
        if (read === null) return
        expect(readablePath(read)).toBe(read)
        expect(() => decodeURIComponent(read)).not.toThrow()
        expect(read).not.toMatch(/\/\.\.?(\/|$)|%(?:2[de]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/i)
      }),
    )
  })
})

describe('an address', () => {
  test.each([
    ['GET /fr/%ff', '400 GET /fr/adresse-illisible'],
    ['GET /en/%', '400 GET /en/bad-address'],
    ['HEAD /fr/%', '400 undefined'],
    ['POST /fr/%', '400 GET /fr/adresse-illisible'],
    ['GET *', '400 GET /fr/adresse-illisible'],
    ['GET ftp://a.example/fr', '400 GET /fr/adresse-illisible'],
    ['GET http://user@a.example/fr', '400 GET /fr/adresse-illisible'],
    ['GET http://a.example/en?x=%', '200 GET /en?x=%'],
    ['GET HTTP://A.example', '200 GET /'],
    ['GET http://a.example?x', '200 GET /?x'],
    ['GET /fr#x', '200 GET /fr'],
    ['GET /fr?x=%ff', '200 GET /fr?x=%ff'],
    ['GET /%66r/aide', '200 GET /fr/aide'],
    ['GET /fr//aide/', '200 GET /fr//aide/'],
    ['GET /de/questionnaire', '404 GET /_not-found'],
    ['GET //a.example', '404 GET /_not-found'],
    ['GET /FR', '404 GET /_not-found'],
    ['GET /_global-error/x', '404 GET /_not-found'],
    ['GET /_next/x', '404 GET /_not-found'],
    ['GET /_next/static/x.js', '200 GET /_next/static/x.js'],
    ['GET /_next/static/%5by%5D.js', '200 GET /_next/static/%5By%5D.js'],
    ['GET /_next/static/z.js', '404 GET /_not-found'],
    ['GET /index', '404 GET /_not-found'],
    ['GET /api/x', '404 GET /_not-found'],
    ['POST /nowhere', '404 GET /_not-found'],
    ['GET /icon%2esvg', '200 GET /icon.svg'],
    ['GET /api/comparison/data/', '200 GET /api/comparison/data/'],
  ])('%s is answered with %s', async (line, expected) => {
    expect(await answerTo(`${line} HTTP/1.1\r\nHost: miroir.example`)).toBe(expected)
  })
})

describe('a method that an address does not take', () => {
  test.each([
    ['/fr', 'GET, HEAD, POST, OPTIONS'],
    ['/fr/nowhere', 'GET, HEAD, POST, OPTIONS'],
    ['/fr/%', 'GET, HEAD, POST, OPTIONS'],
    ['/nowhere', 'GET, HEAD, POST, OPTIONS'],
    ['*', 'GET, HEAD, POST, OPTIONS'],
    ['/', 'GET, HEAD, OPTIONS'],
    ['/_next/static/x.js', 'GET, HEAD, OPTIONS'],
    ['/api/comparison/data', 'GET, HEAD, OPTIONS'],
    ['/api/comparison/exit', 'POST, OPTIONS'],
  ])('at %s is refused, and those that it takes are named', async (address, allowed) => {
    const port = await serve(echo)
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'QUERY']) {
      const head = `${method} ${address} HTTP/1.1\r\nHost: a.example\r\nOrigin: https://b.example\r\n`
      const answer = await sendRaw(port, `${head}Connection: close\r\n\r\n`)
      expect([method, statusOf(answer)]).toEqual([method, 405])
      expect(answer).toContain(`\r\nAllow: ${allowed}\r\n`)
      expect(answer).toMatch(/This address does not take/)
    }
    const options = await sendRaw(port, `OPTIONS ${address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)
    expect(statusOf(options)).toBe(204)
    expect(options).toContain(`\r\nAllow: ${allowed}\r\n`)
  })

  test('reading and forms too, where an address does not take these', async () => {
    expect(await answerTo('GET /api/comparison/exit HTTP/1.1\r\nHost: a')).toMatch(/^405/)
    expect(await answerTo('HEAD /api/comparison/exit HTTP/1.1\r\nHost: a')).toMatch(/^405/)
    expect(await answerTo('POST /api/comparison/data HTTP/1.1\r\nHost: a')).toMatch(/^405/)
    expect(await answerTo('POST /icon.svg HTTP/1.1\r\nHost: a')).toMatch(/^405/)
  })
})

describe('the host', () => {
  test.each([
    ['GET /fr HTTP/1.1\r\nHost: a.example\r\nHost: b.example', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1\r\nHost: a.example\r\nhOST: a.example', '400 GET /fr/adresse-illisible'],
    ['GET /en HTTP/1.1\r\nHost: a b', '400 GET /en/bad-address'],
    ['GET /fr HTTP/1.1\r\nHost:', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.0', '200 GET /fr'],
    ['GET /fr HTTP/1.0\r\nHost: a b', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1\r\nHost: a.example:8080', '200 GET /fr'],
  ])('%j is answered with %s', async (head, expected) => {
    expect(await answerTo(head, untrusted)).toBe(expected)
  })

  test.each([
    ['GET /fr HTTP/1.1\r\nHost: a.example\r\nHost: b.example', '400 GET /fr/adresse-illisible'],
    ['GET /fr HTTP/1.1\r\nHost: a b', '200 GET /fr'],
    ['GET /fr HTTP/1.1', '200 GET /fr'],
    ['GET /fr HTTP/1.0', '200 GET /fr'],
  ])('from a trusted proxy %j is answered with %s', async (head, expected) => {
    expect(await answerTo(head)).toBe(expected)
  })
})
