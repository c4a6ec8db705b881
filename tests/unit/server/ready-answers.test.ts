import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { beforeAll, expect, test } from 'vitest'
import { pageType, varyOfPages } from '@/server/built-answers'
import { compressed } from '@/server/encodings'
import { readyAnswer, type ReadyAnswer } from '@/server/ready-answers'
import { sendRaw, statusOf } from '../../support/raw-request'
import { echo, serve as servePort } from '../../support/served'

const script = 'start("é")'
const html = `<h1>Aide</h1><script>${script}</script>${'<p>encore</p>'.repeat(200)}`
const pageHeaders = { 'Content-Type': pageType, 'Cache-Control': 's-maxage=31536000', Vary: varyOfPages }
const font = Buffer.from('a font')

let answers: ReadonlyMap<string, ReadyAnswer>
beforeAll(async () => {
  answers = new Map([
    ['/fr/aide', readyAnswer(await compressed(Buffer.from(html)), pageHeaders)],
    ['/_next/static/x.js', readyAnswer(new Map([['identity', font]]), { 'Content-Type': 'font/woff2' })],
  ])
})

const serve = async () =>
  servePort(echo, {}, undefined, { findReady: (address) => answers.get(address) ?? null })

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

async function ask(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const sent = httpRequest({ port: await serve(), path: target, headers, method }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const chunks = await response.toArray()
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks as Buffer[]) }
}

test('a page is sent in the encoding that the browser likes, with all that it carries', async () => {
  const decoded = {
    br: (body: Buffer) => brotliDecompressSync(body),
    gzip: (body: Buffer) => gunzipSync(body),
    identity: (body: Buffer) => body,
  }
  for (const encoding of ['br', 'gzip', 'identity'] as const) {
    const { status, headers, body } = await ask('/fr/aide', { 'Accept-Encoding': encoding })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': pageType,
      'cache-control': 's-maxage=31536000',
      'content-length': String(body.length),
      vary: varyOfPages,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding)
    expect(headers['transfer-encoding']).toBeUndefined()
    expect(headers['accept-ranges']).toBeUndefined()
    expect(decoded[encoding](body).toString()).toBe(html)
  }
})

test('a page allows its own inline script, and anything else nothing', async () => {
  const hash = createHash('sha256').update(script).digest('base64')
  const { headers } = await ask('/fr/aide')
  expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
  const other = await ask('/_next/static/x.js')
  expect(other.headers['content-security-policy']).toMatch(/^default-src 'none'; form-action 'none'/)
})

test('a browser that has the page, in whatever encoding, is told so under the same policy', async () => {
  const first = await ask('/fr/aide', { 'Accept-Encoding': 'gzip' })
  const etag = first.headers.etag ?? ''
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
  for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
    const { status, headers, body } = await ask('/fr/aide', {
      'Accept-Encoding': 'br',
      'If-None-Match': known,
    })
    expect([known, status, body.length]).toEqual([known, 304, 0])
    expect(headers['content-encoding']).toBeUndefined()
    for (const name of ['etag', 'vary', 'cache-control', 'content-security-policy', 'x-frame-options']) {
      expect(headers[name]).toBe(first.headers[name])
    }
  }
  expect((await ask('/fr/aide', { 'If-None-Match': '"other"' })).status).toBe(200)
  expect((await ask('/fr/aide', { 'If-None-Match': etag, 'Cache-Control': 'no-cache' })).status).toBe(200)
})

test('the head of a page is that of the page', async () => {
  const { status, headers, body } = await ask('/fr/aide', { 'Accept-Encoding': 'br' }, 'HEAD')
  const page = await ask('/fr/aide', { 'Accept-Encoding': 'br' })
  expect([status, body.length]).toEqual([200, 0])
  expect({ ...headers, date: '' }).toEqual({ ...page.headers, date: '' })
})

test.each(['/fr/aide?x=1', '/fr/%61ide', '/./fr/aide'])('%s is the page too', async (target) => {
  expect((await ask(target)).body.toString()).toBe(html)
})

test.each([
  ['/fr/aide/', {}],
  ['//fr/aide', {}],
  ['/fr/aide.html', {}],
  ['/fr/aide.br', {}],
  ['/fr/aide%2F', {}],
  ['/fr/AIDE', {}],
  ['/fr/aide?_rsc=x', {}],
  ['/fr/aide', { RSC: '1' }],
  ['/fr/aide', { 'Next-Router-Prefetch': '1' }],
  ['/fr/aide', { 'Next-Router-Segment-Prefetch': '/_tree' }],
  ['/fr/aide', { 'Next-Router-State-Tree': '%5B%22%22%2C%7B%7D%5D' }],
  ['/fr/aide', { Range: 'bytes=0-9' }],
  ['/fr/aide', { 'Content-Type': 'multipart/form-data; boundary=x' }],
])('%s with %j goes on to the framework', async (target, headers) => {
  expect((await ask(target, headers)).body.toString()).toBe(`GET ${target} `)
})

test('a form goes on to the framework', async () => {
  expect((await ask('/fr/aide', {}, 'POST')).body.toString()).toMatch(/^POST \/fr\/aide/)
})

test.each([
  '/_next/static/../../server/app/fr.html',
  '/_next/static/%2e%2e/x',
  '/_next/static/..%2fx',
  '/_next/static/',
])('nothing is found at %s', async (target) => {
  expect(await ask(target)).toMatchObject({ status: 404 })
})

test('what is refused is refused where a page is ready, too', async () => {
  const port = await serve()
  const end = 'Connection: close\r\n\r\n'
  expect(statusOf(await sendRaw(port, `GET /fr/aide HTTP/1.1\r\nHost: a\r\nHost: b\r\n${end}`))).toBe(400)
  expect(statusOf(await sendRaw(port, `GET /fr/aide HTTP/1.1\r\n${end}`))).toBe(200)
  expect(statusOf(await sendRaw(port, `PUT /fr/aide HTTP/1.1\r\nHost: a\r\n${end}`))).toBe(405)
  const origin = await ask('/fr/aide', { Origin: 'https://elsewhere.example' }, 'POST')
  expect(origin.status).toBe(403)
})

test('a browser that came over TLS is told to stay with it', async () => {
  const { headers } = await ask('/fr/aide', { 'X-Forwarded-Proto': 'https' })
  expect(headers['strict-transport-security']).toBe('max-age=63072000')
})
