import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminPath } from '@/lib/i18n/admin-pages'
import { pathTo } from '@/lib/i18n/routes'
import { allHighest } from '../support/golden/all-highest.data'
import { multipartBody, multipartType } from '../support/multipart'
import { startSite, type RunningSite } from '../support/running-site'
import type { Flood } from './flood'

// One client asks for as much as it can: another one is answered all the same. What it waits is bounded generously, once here.

/** How long another client may wait for a page that is ready, and for one that is made, in milliseconds: 18 s before. */
const bounds = { ready: 1000, made: 5000 }

let site: RunningSite
let cookie: string
beforeAll(async () => {
  site = await startSite({ MIROIR_CONTRIBUTIONS_PER_HOUR: '100000' })
  const fields = Object.entries(allHighest.answers).flatMap(([name, given]) =>
    [given].flat().map((each) => [name, each]),
  )
  const compared = await fetch(`${site.url}/api/comparison?locale=fr`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  cookie = compared.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
})
afterAll(async () => site.stop())

/** Has a client of a trusted proxy ask for so many things at once. Gives the answers that it got. */
async function flood(path: string, asked: Partial<Flood> & Pick<Flood, 'count'>): Promise<readonly string[]> {
  const headers = { ...asked.headers, 'x-forwarded-for': '198.51.100.1' }
  const given: Flood = { method: 'GET', body: '', ...asked, url: site.url + path, headers }
  const program = ['--import', 'tsx', 'tests/faults/flood.ts', JSON.stringify(given)]
  const { stdout } = await promisify(execFile)(process.execPath, program)
  return JSON.parse(stdout) as readonly string[]
}

/** How long another client waits for a page, in milliseconds. */
async function waited(path: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(site.url + path, { headers: { 'x-forwarded-for': '203.0.113.7' } })
  await answer.arrayBuffer()
  expect(answer.status).toBe(200)
  return performance.now() - begun
}

/** What a browser without scripts sends to sign in. */
async function signInForm(): Promise<string> {
  const html = await (await fetch(site.url + adminPath('signIn', 'fr'))).text()
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', content = '']) => [name, content.replaceAll('&quot;', '"')] as const,
  )
  expect(hidden.length).toBeGreaterThan(0)
  const typed = Object.entries({ email: 'nobody@example.org', password: 'not the right one' })
  return multipartBody([...hidden, ...typed])
}

test.each([
  [
    250,
    'results pages',
    '200',
    async (count: number) => flood(pathTo('results', 'fr'), { count, headers: { cookie } }),
  ],
  [
    60,
    'sign-ins',
    '422',
    async (count: number) =>
      flood(adminPath('signIn', 'fr'), {
        count,
        method: 'POST',
        headers: { 'content-type': multipartType, origin: site.url },
        body: await signInForm(),
      }),
  ],
  [200, 'share pictures', '200', async (count: number) => flood('/api/share-picture?locale=fr', { count })],
] as const)('while one client asks for %i %s, others are answered', async (count, _what, first, begin) => {
  // What each of them asks for is compiled once, and drawn once.
  await waited(pathTo('withdraw', 'fr'))
  expect(await begin(1)).toEqual([first])
  const over = new AbortController()
  const answers = begin(count).finally(() => over.abort())
  const longest = { ready: 0, made: 0 }
  do {
    longest.ready = Math.max(longest.ready, await waited(pathTo('help', 'fr')))
    longest.made = Math.max(longest.made, await waited(pathTo('withdraw', 'fr')))
  } while (!over.signal.aborted)
  expect(longest.ready).toBeLessThan(bounds.ready)
  expect(longest.made).toBeLessThan(bounds.made)
  // A client that is turned away is told when to come again; nothing fails.
  for (const answer of await answers) expect(answer).toMatch(/^(?:200|303|404|422|429|503 5)/)
})
