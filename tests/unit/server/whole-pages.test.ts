import { expect, test } from 'vitest'
import type { Handler } from '@/server/http-server'
import { serve } from '../../support/served'

const html = { 'Content-Type': 'text/html; charset=utf-8' }

/** Answers in pieces, the second of which is sent once the test says so. */
function inPieces(headers: Record<string, string>, then: () => Promise<void>): Handler {
  return async (_request, response) => {
    for (const [name, content] of Object.entries(headers)) response.setHeader(name, content)
    response.flushHeaders()
    response.write('<p>é')
    response.write(new Uint8Array([0x74, 0xc3]))
    await then()
    response.write(Buffer.from([0xa9]))
    response.end('</p>')
  }
}

const ask = async (handler: Handler, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${await serve(handler)}/fr`, { headers })

test('a page that comes in pieces is sent as one', async () => {
  const response = await ask(
    inPieces(html, async () => Promise.resolve()),
    { 'Accept-Encoding': 'identity' },
  )
  expect(response.headers.get('content-length')).toBe('12')
  expect(await response.text()).toBe('<p>été</p>')
})

test('and compressed as one', async () => {
  const long = 'encore '.repeat(500)
  const handler: Handler = async (_request, response) => {
    response.setHeader('Content-Type', html['Content-Type'])
    for (const piece of [long, long]) response.write(piece)
    await Promise.resolve()
    response.end(long)
  }
  const response = await ask(handler, { 'Accept-Encoding': 'br' })
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(await response.text()).toBe(long.repeat(3))
})

test('what is no page is sent as it comes', async () => {
  let goOn = () => undefined as void
  const waiting = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const response = await ask(
    inPieces({ 'Content-Type': 'text/csv' }, async () => waiting),
    { 'Accept-Encoding': 'identity' },
  )
  const reader = response.body?.getReader()
  const first = await reader?.read()
  expect(new TextDecoder().decode(first?.value)).toMatch(/^<p>é/)
  goOn()
  while ((await reader?.read())?.done === false);
})

test('of a page that breaks in the middle nothing is sent', async () => {
  const response = await ask(inPieces(html, async () => Promise.reject(new Error('broken'))))
  expect([response.status, await response.text()]).toEqual([500, 'Internal server error\n'])
})

test('a page without a body ends', async () => {
  const answer = await ask(async (_request, response) => {
    response.setHeader('Content-Type', html['Content-Type'])
    await Promise.resolve()
    response.end()
  })
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})
