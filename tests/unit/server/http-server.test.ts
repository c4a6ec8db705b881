import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { currentExchange, currentOrigin, isOverTls } from '@/lib/http/exchange'
import { setResponseStatus } from '@/lib/http/response-status'
import type { Handler } from '@/server/http-server'
import { limits } from '@/lib/import/limits'
import { maxBodyBytes } from '@/server/request-body'
import { sendRaw, statusOf } from '../../support/raw-request'
import { echo, serve as servePort } from '../../support/served'

const serve = async (handler: Handler, trustedProxies?: string[]) =>
  `http://127.0.0.1:${await servePort(handler, trustedProxies && { trustedProxies })}`

test('a form reaches the handler whole', async () => {
  const url = await serve(echo)
  const form = new FormData()
  form.append('ageBand', 'under35')
  const answer = await (await fetch(`${url}/fr/questionnaire`, { method: 'POST', body: form })).text()
  expect(answer).toMatch(/^POST \/fr\/questionnaire /)
  expect(answer).toContain('under35')
})

test('a body over the limit is refused in the language of the address', async () => {
  const url = await serve(echo)
  const post = async (path: string, bytes: number) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: 'x'.repeat(bytes) })
    return [response.status, (await response.text()).split(' ', 2).join(' ')]
  }
  expect(await post('/en/questionnaire', maxBodyBytes + 1)).toEqual([413, 'GET /en/too-large'])
  expect(await post('/fr/questionnaire', maxBodyBytes + 1)).toEqual([413, 'GET /fr/envoi-trop-volumineux'])
  expect((await post('/fr/questionnaire', maxBodyBytes))[0]).toBe(200)
})

test('a file of figures may be larger, for who has signed in', async () => {
  const url = await serve(echo)
  const post = async (path: string, bytes: number, cookie: string) => {
    const body = 'x'.repeat(bytes)
    const response = await fetch(`${url}${path}`, { method: 'POST', body, headers: { cookie } })
    return response.status
  }
  const page = '/fr/admin/figures/wave/2026-12?form=upload'
  const signedIn = '__Host-miroir-admin=1'
  const most = maxBodyBytes + limits.fileBytes
  expect(await post(page, most, signedIn)).toBe(200)
  expect(await post(page, most + 1, signedIn)).toBe(413)
  expect(await post(page, maxBodyBytes + 1, '')).toBe(413)
  expect(await post('/fr/admin/settings', maxBodyBytes + 1, signedIn)).toBe(413)
})

test('a body of unknown length is refused', async () => {
  const url = await serve(echo)
  const sent = httpRequest(`${url}/fr/questionnaire`, {
    method: 'POST',
    headers: { 'Transfer-Encoding': 'chunked' },
  })
  sent.end('ageBand=under35')
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(411)
  response.resume()
})

test('a broken form is answered with a page and 400', async () => {
  const url = await serve(echo)
  const response = await fetch(`${url}/fr/questionnaire`, {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut',
  })
  expect([response.status, (await response.text()).trim()]).toEqual([400, 'GET /fr/envoi-illisible'])
})

test('a form whose action the framework does not know is answered with a page and 409, a script as the framework does', async () => {
  const url = await serve(async (request, response) => {
    if (request.method === 'GET') return echo(request, response)
    response.setHeader('x-nextjs-action-not-found', '1')
    response.setHeader('Content-Type', 'text/plain')
    response.writeHead(409)
    response.end('Server Action unavailable.')
  })
  const post = async (headers: Record<string, string>) => {
    const body = new FormData()
    body.append('$ACTION_ID_x', '')
    const response = await fetch(`${url}/en/admin/sign-in`, { method: 'POST', body, headers })
    const { status } = response
    return [status, response.headers.get('content-type'), (await response.text()).trim()]
  }
  expect(await post({})).toEqual([409, null, 'GET /en/page-too-old'])
  expect(await post({ 'Next-Action': 'x' })).toEqual([409, 'text/plain', 'Server Action unavailable.'])
})

test('a page chooses its status, and each request its own', async () => {
  const url = await serve(async (request, response) => {
    await Promise.resolve()
    if (request.url === '/fr/down') setResponseStatus(503)
    response.end('said')
  })
  const statuses = await Promise.all(
    ['/fr/down', '/fr/up', '/fr/down'].map(async (path) => (await fetch(url + path)).status),
  )
  expect(statuses).toEqual([503, 200, 503])
})

test.each([
  ['/fr/questionnaire', {}, 'GET /fr/envoi-refuse'],
  ['/en/questionnaire', {}, 'GET /en/refused'],
  ['/api/comparison/exit?locale=en', {}, 'GET /en/refused'],
  ['/api/comparison/exit', { 'Accept-Language': 'en' }, 'GET /en/refused'],
])('a form of another site to %s is not read, and answered with a page', async (path, headers, page) => {
  const url = await serve(echo)
  const response = await fetch(url + path, {
    method: 'POST',
    body: 'x',
    headers: { 'Sec-Fetch-Site': 'cross-site', 'Next-Action': 'x', 'If-None-Match': '*', ...headers },
  })
  expect([response.status, (await response.text()).trim()]).toEqual([403, page])
})

test('a refusal is kept in no cache, whatever the framework says of its page', async () => {
  const url = await serve(async (_request, response) => {
    response.setHeader('Cache-Control', 's-maxage=31536000')
    await Promise.resolve()
    response.end()
  })
  const cached = async (path: string, init: RequestInit = {}) => {
    const { status, headers } = await fetch(url + path, init)
    return [status, headers.get('cache-control')]
  }
  expect(await cached('/fr')).toEqual([200, 's-maxage=31536000'])
  expect(await cached('/fr/%')).toEqual([400, 'no-store'])
  expect(await cached('/nowhere')).toEqual([404, 'no-store'])
  expect(await cached('/fr', { method: 'POST', headers: { Origin: 'null' } })).toEqual([403, 'no-store'])
})

test('an answer that fails in the middle is broken off, and not ended with words of another', async () => {
  const url = await serve(async (_request, response) => {
    response.write('half of a page')
    await Promise.resolve()
    throw new Error('the page broke')
  })
  await expect(fetch(`${url}/fr`).then(async (answer) => answer.text())).rejects.toThrow(
    /terminated|fetch failed/,
  )
})

test('a whole address as the target names the host by which a form is known', async () => {
  const port = await servePort(echo)
  const post = async (origin: string) =>
    statusOf(
      await sendRaw(
        port,
        `POST http://a.example/fr HTTP/1.1\r\nHost: b.example\r\nOrigin: ${origin}\r\nConnection: close\r\n\r\n`,
      ),
    )
  expect(await post('http://a.example')).toBe(200)
  expect(await post('http://b.example')).toBe(403)
})

test('the framework is told one address of the site, and whatever else was said is gone', async () => {
  const url = await serve(async (request, response) => {
    response.end(JSON.stringify([request.headers, currentOrigin(), isOverTls()]))
    await Promise.resolve()
  })
  const told = async (headers: Record<string, string>) => {
    const answer = await fetch(`${url}/fr`, { method: 'POST', headers, body: '' })
    return (await answer.json()) as [Record<string, string>, string, boolean]
  }
  const sent = {
    Origin: 'https://miroir.example',
    Forwarded: 'for=198.51.100.1;host=miroir.example;proto=https',
    'X-Forwarded-Host': 'a, b',
    'X-Forwarded-Port': '1',
    'X-Forwarded-Whatever': 'x',
  }
  const [headers, origin, isSecure] = await told(sent)
  expect(headers).toMatchObject({
    host: 'miroir.example',
    'x-forwarded-host': 'miroir.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '198.51.100.1',
    origin: 'https://miroir.example',
  })
  expect(Object.keys(headers).filter((name) => /forwarded/.test(name))).toHaveLength(3)
  expect([origin, isSecure]).toEqual(['https://miroir.example', true])
})

test('what the framework asks this server itself has the address of the request that it answers', async () => {
  const asked: string[] = []
  const url = await serve(async (request, response) => {
    asked.push(`${request.url} ${currentOrigin()} ${currentExchange()?.address}`)
    if (request.url === '/fr') {
      const { host: _host, connection: _connection, ...headers } = request.headers
      await fetch(`${url}/fr/aide`, { headers: headers as Record<string, string> })
    }
    response.end()
  }, [])
  await fetch(`${url}/fr`, {
    headers: { 'X-Forwarded-Host': 'a.example', 'X-Forwarded-For': '198.51.100.1' },
  })
  const { host } = new URL(url)
  expect(asked).toEqual([`/fr http://${host} 127.0.0.1`, `/fr/aide http://${host} 127.0.0.1`])
})

test('every answer forbids sniffing, framing and referrers, one that is refused too', async () => {
  const url = await serve(echo)
  for (const headers of [{}, { 'Sec-Fetch-Site': 'cross-site' }]) {
    const answer = await fetch(url, { method: 'POST', body: 'x', headers })
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(answer.headers.get('referrer-policy')).toBe('same-origin')
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  }
})
