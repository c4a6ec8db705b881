import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createHttpServer, type Handler, type ServerSettings } from '@/server/http-server'
import type { PrerenderedPages } from '@/server/prerendered-pages'

const behindProxy: ServerSettings = { publicUrl: undefined, trustedProxies: ['loopback'] }

const pages: PrerenderedPages = new Map([
  ['"home"', ["'sha256-home'"]],
  ['"erased"', ["'sha256-one'", "'sha256-two'"]],
])

/** Answers as the framework would: the test says with which headers, and the page says what nonce it was given. */
const framework: Handler = async (request, response) => {
  const asked = new URL(request.url ?? '', 'http://localhost').searchParams
  for (const [name, content] of asked) {
    if (name === 'status') response.statusCode = Number(content)
    else response.setHeader(name, content)
  }
  response.end(response.statusCode === 304 ? undefined : request.headers['content-security-policy'])
}

interface Asked {
  readonly settings?: ServerSettings
  readonly headers?: Record<string, string>
  readonly prerendered?: PrerenderedPages | null
}

async function ask(
  answer: Record<string, string>,
  { headers = {}, prerendered = pages, settings = behindProxy }: Asked = {},
) {
  const server = createHttpServer(
    framework,
    prerendered && {
      prerendered,
      offered: { handlers: [{ address: /^\/$/, methods: ['GET'] }], files: new Set() },
      findReady: () => null,
      isThere: () => true,
    },
    settings,
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const query = new URLSearchParams(answer).toString()
  const response = await fetch(`http://127.0.0.1:${port}/?${query}`, { headers, redirect: 'manual' })
  const given = await response.text()
  server.close()
  server.closeAllConnections()
  return { policy: response.headers.get('content-security-policy'), headers: response.headers, given }
}

const html = { 'Content-Type': 'text/html; charset=utf-8' }

test('a prerendered page allows its own inline scripts, by whatever address it was reached', async () => {
  expect((await ask({ ...html, ETag: '"home"' })).policy).toContain("script-src 'self' 'sha256-home';")
  expect((await ask({ ...html, ETag: '"erased"', status: '404' })).policy).toContain(
    "script-src 'self' 'sha256-one' 'sha256-two';",
  )
})

test('a prerendered page that the browser has kept keeps its policy', async () => {
  const { policy } = await ask({ ETag: '"home"', status: '304' })
  expect(policy).toBe((await ask({ ...html, ETag: '"home"' })).policy)
})

test('a page rendered for a request allows the nonce that the framework was given, and no request has that of another', async () => {
  const seen = new Set<string>()
  for (const _request of Array.from({ length: 20 })) {
    const { policy, given } = await ask({ ...html, ETag: '"of another build"' })
    const [nonce = ''] = /'nonce-[\w+/]{22}=='/.exec(given) ?? []
    expect(given).toBe(`script-src ${nonce}`)
    expect(policy).toContain(`script-src 'self' ${nonce};`)
    seen.add(nonce)
  }
  expect(seen.size).toBe(20)
})

test('a nonce that the request names is not taken', async () => {
  const { policy, given } = await ask(html, {
    headers: { 'Content-Security-Policy': "script-src 'nonce-chosen'" },
  })
  expect(policy).toMatch(/'nonce-/)
  expect(`${policy} ${given}`).not.toContain('chosen')
})

test.each([{ 'Content-Type': 'image/svg+xml' }, { 'Content-Type': 'text/x-component' }, { status: '307' }])(
  'what is no page may do nothing: %j',
  async (answer) => {
    expect((await ask(answer)).policy).toMatch(/^default-src 'none'; form-action 'none'/)
  },
)

test('no policy lets a script in that is not named', async () => {
  for (const answer of [{ ...html, ETag: '"home"' }, html, {}]) {
    expect((await ask(answer)).policy).not.toMatch(/unsafe|\*|http|strict-dynamic/)
  }
})

test('without a build there is no policy, and every other header', async () => {
  const { policy, headers } = await ask(html, { prerendered: null })
  expect(policy).toBeNull()
  expect(headers.get('x-frame-options')).toBe('DENY')
})

test('only a browser that came over TLS is told to stay with it', async () => {
  const told = async (headers: Record<string, string>, settings: ServerSettings = behindProxy) =>
    (await ask(html, { headers, settings })).headers.get('strict-transport-security')
  expect(await told({})).toBeNull()
  expect(await told({ 'X-Forwarded-Proto': 'http' })).toBeNull()
  expect(await told({ 'X-Forwarded-Proto': 'https, http' })).toBeNull()
  expect(await told({ 'X-Forwarded-Proto': 'HTTPS' })).toBe('max-age=63072000')
  expect(await told({ Forwarded: 'proto=https' })).toBe('max-age=63072000')
  const untrusted = { publicUrl: undefined, trustedProxies: ['10.0.0.0/8'] }
  expect(await told({ 'X-Forwarded-Proto': 'https' }, untrusted)).toBeNull()
  expect(await told({}, { ...untrusted, publicUrl: 'https://miroir.example' })).toBe('max-age=63072000')
})
