import type { APIResponse } from '@playwright/test'
import { locales } from '@/lib/i18n/locales'
import { pathTo, routes, type RouteId } from '@/lib/i18n/routes'
import { allHighest } from '../support/golden/all-highest.data'
import {
  answerUntilCheck,
  askForComparison,
  choose,
  compareRemembered,
  eraseAll,
  say,
} from '../support/e2e/questionnaire'
import { figureRows } from '../support/e2e/figures'
import { expect, test } from '../support/e2e/test'

const policyOf = (response: { headers: () => Record<string, string> } | null) =>
  response?.headers()['content-security-policy'] ?? ''

const hashes = /'sha256-[^']+'/g
const nonces = /'nonce-([^']+)'/g

const renderedPages: readonly string[] = [
  'results',
  'change',
  'takePart',
  'receipt',
  'withdraw',
  'participants',
] satisfies RouteId[]
const prerenderedPages = (Object.keys(routes) as RouteId[]).filter((route) => !renderedPages.includes(route))

for (const locale of locales) {
  test(`the whole journey does nothing that its pages' policies forbid, ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}`)
    await page.getByRole('link', { name: say(locale, 'home.start') }).click()
    await expect(page.locator('form[data-awake]')).toBeVisible()
    await answerUntilCheck(page, locale, allHighest.answers)
    await askForComparison(page, locale)
    await expect(figureRows(page).first()).toBeVisible()
    await page.reload()
    await expect(figureRows(page).first()).toBeVisible()
    await page.goto(pathTo('change', locale))
    await expect(page.locator('form[data-awake]')).toBeVisible()
    await eraseAll(page, locale)
    // The script that the page carries in itself has run.
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

  test(`neither do the pages beside it, ${locale}`, async ({ page }) => {
    // The way out leads to another site at once, and has tests of its own.
    for (const route of prerenderedPages.filter((each) => each !== 'exit')) {
      await page.goto(pathTo(route, locale))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    }
  })
}

test.describe('pages that are not found', () => {
  test.use({ expectedNoise: /404/ })

  for (const [address, title] of [
    ['/fr/nulle-part', say('fr', 'errors.notFoundTitle')],
    ['/en/nowhere', say('en', 'errors.notFoundTitle')],
    ['/nowhere.txt', say('fr', 'errors.notFoundTitle')],
  ] as const) {
    test(`${address} does nothing that its policy forbids`, async ({ page }) => {
      const response = await page.goto(address)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    })
  }
})

test.describe('a questionnaire that is refused before its scripts have arrived', () => {
  test.use({ expectedNoise: /422|ERR_FAILED/ })

  test('comes back rendered for this request, and wakes up', async ({ page }) => {
    await page.route('**/*.js', async (route) => route.abort())
    await page.goto('/fr/questionnaire#benefits')
    await choose(page, 'benefits', 'autonomy')
    await choose(page, 'benefits', 'none')
    await page.goto('/fr/questionnaire#check')
    await page.unroute('**/*.js')
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: say('fr', 'questionnaire.compare') }).click(),
    ])
    expect(response.status()).toBe(422)
    expect(policyOf(response)).toMatch(nonces)
    await expect(page.locator('form[data-awake]')).toBeVisible()
    await expect(page.locator('.problem-summary')).toContainText(say('fr', 'items.benefits.question'))
  })
})

test('a page that is the same for everybody is made once, and allows its own scripts by their hashes', async ({
  request,
}) => {
  const policies = new Set<string>()
  for (const locale of locales) {
    for (const route of prerenderedPages) {
      const response = await request.get(pathTo(route, locale))
      const headers = response.headers()
      // Rendered by the build; or once for these figures, see server/kept-pages.ts.
      expect(headers['cache-control']).toMatch(/^(s-maxage=31536000|no-cache)$/)
      expect(headers['content-length']).toMatch(/^\d+$/)
      expect(policyOf(response)).toMatch(hashes)
      expect(policyOf(response)).not.toMatch(nonces)
      expect(await response.text()).not.toContain('nonce=')
      policies.add(policyOf(response))

      const again = await request.get(pathTo(route, locale), {
        headers: { 'If-None-Match': headers['etag'] ?? '' },
      })
      expect(again.status()).toBe(304)
      expect(again.headers()['vary']).toBe(headers['vary'])
      expect(policyOf(again)).toBe(policyOf(response))
    }
  }
  expect(policies.size).toBe(locales.length * prerenderedPages.length)
})

test('a page rendered for a request has a nonce of its own, whatever the request says', async ({
  page,
  request,
}) => {
  await compareRemembered(page, 'fr', { ageBand: 'under35' })
  const seen = new Set<string>()
  for (const address of ['/fr/resultats', '/fr/resultats', '/en/results', '/fr/modifier', '/fr/nulle-part']) {
    const response = await page.request.get(address, {
      headers: { 'Content-Security-Policy': "script-src 'nonce-chosen'" },
    })
    const [[, nonce = ''] = []] = [...policyOf(response).matchAll(nonces)]
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    expect(policyOf(response)).not.toMatch(hashes)
    const html = await response.text()
    expect(html).toContain(`nonce="${nonce}"`)
    expect(html).not.toContain('chosen')
    seen.add(nonce)
  }
  expect(seen.size).toBe(5)
  expect(policyOf(await request.get('/fr'))).not.toMatch(nonces)
})

const kinds: Readonly<Record<string, RegExp>> = {
  prerendered: /^default-src 'none'; script-src 'self'( 'sha256-[\w+/]{43}=')+; style-src 'self';/,
  rendered: /^default-src 'none'; script-src 'self' 'nonce-[\w+/]{22}=='; style-src 'self';/,
  noPage: /^default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$/,
}

function expectSecured(response: APIResponse, kind: string): void {
  const headers = response.headers()
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(headers['permissions-policy']).toContain('camera=(), ')
  expect(headers['x-powered-by']).toBeUndefined()
  expect(policyOf(response)).toMatch(kinds[kind] ?? /never/)
  expect(policyOf(response)).not.toMatch(/unsafe|\*|http/)
  expect(policyOf(response)).toContain("frame-ancestors 'none'")
}

const form = { 'Content-Type': 'multipart/form-data; boundary=x' }

for (const [what, address, status, kind, options] of [
  ['a prerendered page', '/fr', 200, 'prerendered', {}],
  ['the head of a page', '/fr', 200, 'prerendered', { method: 'HEAD' }],
  ['a page under a translated address', '/fr/efface', 200, 'prerendered', {}],
  ['a page outside both languages', '/nowhere.txt', 404, 'prerendered', {}],
  ['a page of the framework itself', '/_global-error', 404, 'prerendered', {}],
  ['a page rendered for the request', '/en/results', 200, 'rendered', {}],
  ['an unknown page of a language', '/fr/nulle-part', 404, 'rendered', {}],
  ['a form posted to a prerendered page', '/fr/aide', 200, 'rendered', { method: 'POST', form: { a: 'b' } }],
  ['a post of nothing to a prerendered page', '/fr/aide', 200, 'prerendered', { method: 'POST' }],
  [
    'a prerendered page for a client that takes anything',
    '/fr',
    200,
    'prerendered',
    { headers: { 'Accept-Encoding': '*' } },
  ],
  ['a page for the router', '/fr?_rsc=', 200, 'noPage', { headers: { RSC: '1' } }],
  ['the way to a language', '/', 307, 'noPage', {}],
  ['a redirect', '/fr/erased', 308, 'noPage', {}],
  ['a route handler', '/api/comparison/erase', 303, 'noPage', { method: 'POST' }],
  ['the icon', '/icon.svg', 200, 'noPage', {}],
  [
    'a form of another site',
    '/fr',
    403,
    'prerendered',
    { method: 'POST', headers: { Origin: 'https://a.example' } },
  ],
  ['a body too large', '/fr', 413, 'prerendered', { method: 'POST', data: 'x'.repeat(65_537) }],
  ['a broken form', '/fr', 400, 'prerendered', { method: 'POST', headers: form, data: '--x\r\n' }],
  ['an address that cannot be read', '/%E0%A4%A', 400, 'prerendered', {}],
  ['an address of the framework at which there is nothing', '/_next/x', 404, 'prerendered', {}],
  ['a method that is not offered', '/fr', 405, 'noPage', { method: 'PUT' }],
  ['a question for methods', '/fr', 204, 'noPage', { method: 'OPTIONS' }],
] as const) {
  test(`${what} carries the headers (${kind})`, async ({ request }) => {
    const response = await request.fetch(address, { maxRedirects: 0, ...options })
    expect(response.status()).toBe(status)
    expectSecured(response, kind)
  })
}

test('scripts and style sheets carry the headers', async ({ request }) => {
  const html = await (await request.get('/fr')).text()
  const assets = [...html.matchAll(/\/_next\/static\/[^"]+\.(?:js|css)/g)]
  expect(assets.length).toBeGreaterThan(2)
  for (const [asset] of assets) {
    const response = await request.get(asset)
    expectSecured(response, 'noPage')
    expect(response.headers()).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
    })
  }
})

test('a browser is told to stay with TLS where it came over TLS', async ({ request }) => {
  const ask = async (headers: Record<string, string>) =>
    (await request.get('/fr', { headers })).headers()['strict-transport-security']
  expect(await ask({})).toBeUndefined()
  expect(await ask({ 'X-Forwarded-Proto': 'http' })).toBeUndefined()
  expect(await ask({ 'X-Forwarded-Proto': 'https' })).toBe('max-age=63072000')
})

for (const address of ['/fr', '/fr/resultats']) {
  test(`what gets into ${address} does not run`, async ({ page, violations }) => {
    await page.goto(address)
    await page.evaluate(() => {
      const inline = document.createElement('script')
      inline.textContent = "document.body.append('inline script')"
      const foreign = document.createElement('script')
      foreign.src = "data:text/javascript,document.body.append('script from elsewhere')"
      const button = document.createElement('button')
      button.setAttribute('onclick', "document.body.append('event handler')")
      document.body.append(inline, foreign, button)
      button.click()
    })
    await expect.poll(() => violations.filter((each) => each.startsWith('script-src'))).toHaveLength(3)
    await expect(page.locator('body')).not.toContainText(/inline script|from elsewhere|event handler/)
    violations.splice(0)
  })
}
