import { Agent, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminPath } from '@/lib/i18n/admin-pages'
import { pathTo } from '@/lib/i18n/routes'
import { allHighest } from '../support/golden/all-highest.data'
import { startSite, type RunningSite } from '../support/running-site'

// One client asks for as much as it can: another one is answered all the same. What is measured is bounded generously, once here.

/** How long another client may wait for a page that is ready, and for one that is made, in milliseconds: 18 s before. */
const bounds = { ready: 1000, made: 5000 }

let site: RunningSite
let cookie: string
beforeAll(async () => {
  site = await startSite({ MIROIR_CONTRIBUTIONS_PER_HOUR: '100000' })
  const body = new URLSearchParams(
    Object.entries(allHighest.answers).flatMap(([name, given]) => [given].flat().map((each) => [name, each])),
  )
  const compared = await fetch(`${site.url}/api/comparison?locale=fr`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  cookie = compared.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
})
afterAll(async () => site.stop())

const agent = new Agent({ maxSockets: Infinity })
afterAll(() => agent.destroy())

interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks as a client of a trusted proxy; gives the status and how long the answer took, in milliseconds. */
async function ask(client: string, { method = 'GET', path, headers = {}, body = '' }: Asked) {
  const begun = performance.now()
  return new Promise<{ readonly status: number; readonly ms: number; readonly retry: string | undefined }>(
    (resolve, reject) => {
      const { host } = new URL(site.url)
      const all = { ...headers, host, 'x-forwarded-for': client, 'content-length': Buffer.byteLength(body) }
      const sent = request(site.url + path, { method, agent, headers: all }, (response) => {
        response.resume().on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            ms: performance.now() - begun,
            retry: response.headers['retry-after'],
          }),
        )
      })
      sent.on('error', reject).end(body)
    },
  )
}

const flood = { form: { 'content-type': 'application/x-www-form-urlencoded' } }

const scenes: readonly (readonly [string, number, () => Asked])[] = [
  ['250 results pages', 250, () => ({ path: pathTo('results', 'fr'), headers: { cookie } })],
  [
    '60 sign-ins',
    60,
    () => ({
      method: 'POST',
      path: adminPath('signIn', 'fr'),
      headers: { ...flood.form, origin: site.url },
      body: new URLSearchParams({ email: 'nobody@example.org', password: 'not the right one' }).toString(),
    }),
  ],
  ['200 share pictures', 200, () => ({ path: '/api/share-picture?locale=fr' })],
]

test.each(scenes)(
  'while one client asks for %s, others are answered',
  async (_what, count, make) => {
    // What each of them asks is compiled once.
    await ask('203.0.113.7', { path: pathTo('withdraw', 'fr') })
    await ask('198.51.100.1', make())
    const attack = Promise.all(Array.from({ length: count }, async () => ask('198.51.100.1', make())))
    for (let times = 0; times < 5; times += 1) {
      const ready = await ask('203.0.113.7', { path: pathTo('help', 'fr') })
      const made = await ask('203.0.113.7', { path: pathTo('withdraw', 'fr') })
      expect([ready.status, made.status]).toEqual([200, 200])
      expect(ready.ms).toBeLessThan(bounds.ready)
      expect(made.ms).toBeLessThan(bounds.made)
    }
    for (const { status, retry } of await attack) {
      expect(status === 503 ? retry : 'no 503').toBe(status === 503 ? '5' : 'no 503')
      expect([200, 303, 404, 429, 503]).toContain(status)
    }
  },
  120_000,
)
