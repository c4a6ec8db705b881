import { describe, expect, test } from 'vitest'
import { currentExchange, currentOrigin } from '@/lib/http/exchange'
import { setResponseStatus } from '@/lib/http/response-status'
import type { Handler } from '@/server/http-server'
import { renderForNobody } from '@/server/render-for-nobody'

const page =
  (answer: (...given: Parameters<Handler>) => void | string): Handler =>
  async (request, response) => {
    await Promise.resolve()
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(answer(request, response) ?? '<h1>Miroir</h1>')
  }

const rendered = async (handler: Handler, publicUrl?: string) =>
  (await renderForNobody(handler, '/fr', publicUrl))?.html.toString() ?? null

test('the framework is asked for the page by a request that says nothing of anybody', async () => {
  const told: unknown[] = []
  const html = await rendered(
    page(({ method, url, headers }) => {
      told.push(method, url, headers, currentExchange()?.address)
    }),
  )
  expect(html).toBe('<h1>Miroir</h1>')
  const host = 'kept-page.invalid'
  const headers = { host, 'x-forwarded-host': host, 'x-forwarded-proto': 'http', 'user-agent': '' }
  expect(told).toEqual(['GET', '/fr', headers, ''])
})

test('what the page asks to be fetched meanwhile is kept with it', async () => {
  const handler = page((_request, response) => {
    response.setHeader('Link', '</font>; rel=preload')
  })
  expect((await renderForNobody(handler, '/fr', undefined))?.link).toBe('</font>; rel=preload')
})

test('a page may name the address that the operator has set', async () => {
  const naming = page(() => currentOrigin())
  expect(await rendered(naming, 'https://miroir.example')).toBe('https://miroir.example')
})

describe('is not kept', () => {
  test.each<[string, Handler]>([
    ['a page that names the host of the request', page(() => currentOrigin())],
    ['a page that sets a cookie', page((_, response) => void response.setHeader('Set-Cookie', 'a=b'))],
    [
      'a page that has something forgotten',
      page((_, response) => void response.setHeader('Clear-Site-Data', '"cache"')),
    ],
    ['a page that asks for another status', page(() => setResponseStatus(503))],
    ['a page that is not found', page((_, response) => void Object.assign(response, { statusCode: 404 }))],
    ['a redirect', async (_, response) => void response.writeHead(307, { Location: '/fr' }).end()],
    ['what is no page', async (_, response) => void response.end('{}')],
  ])('%s', async (_name, handler) => {
    expect(await rendered(handler)).toBeNull()
  })
})

test('a handler that fails, before it has begun and in the middle, is an error', async () => {
  const atOnce: Handler = async () => Promise.reject(new Error('broken'))
  const inTheMiddle: Handler = async (_, response) => {
    response.write('<h1>')
    return Promise.reject(new Error('broken'))
  }
  for (const handler of [atOnce, inTheMiddle]) await expect(rendered(handler)).rejects.toThrow('rendered')
})
