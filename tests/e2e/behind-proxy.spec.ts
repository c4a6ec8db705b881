import type { BrowserContext, Page } from '@playwright/test'
import { launchOptions } from '../support/browser'
import { choose, compareButton, eraseAll, openQuestionnaire, say } from '../support/e2e/questionnaire'
import { expect, test as base } from '../support/e2e/test'
import {
  silentProxies,
  startReverseProxy,
  usualProxies,
  type PassOn,
  type ReverseProxy,
} from '../support/reverse-proxy'

const proxies: Readonly<Record<string, PassOn>> = { ...usualProxies, ...silentProxies }

interface Behind {
  /** What the proxy between the browser and the site passes on: a name in `proxies`. */
  readonly proxied: string
  /** The host by which the browser knows the proxy. */
  readonly host: string
  readonly front: ReverseProxy
}

/** A site behind a proxy, which the browser may know by a name of its own. */
const test = base.extend<Behind>({
  proxied: ['the host as it is', { option: true }],
  host: ['miroir.test', { option: true }],
  front: async ({ site, proxied }, use) => {
    const proxy = await startReverseProxy(site.url, proxies[proxied] ?? (() => ({})))
    await use(proxy)
    await proxy.close()
  },
  baseURL: async ({ front, host }, use) => use(`http://${host}:${front.port}`),
})

test.use({
  launchOptions: launchOptions('--host-resolver-rules=MAP miroir.test 127.0.0.1'),
  // Over plain HTTP on a host that is not this machine, Chromium says that it does not heed the header.
  expectedNoise: /Cross-Origin-Opener-Policy|Clear-Site-Data|another origin: https:\/\/fr\.wikipedia\.org/,
})

async function compareAnswers(page: Page, hasScripts: boolean): Promise<void> {
  if (hasScripts) {
    await openQuestionnaire(page, 'fr')
    await choose(page, 'ageBand', 'under35')
    await page.goto('/fr/questionnaire#check')
  } else {
    await page.goto('/fr/questionnaire')
    await choose(page, 'ageBand', 'under35')
  }
  await compareButton(page, 'fr').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'results.title'))
}

async function compareEraseAndExit(page: Page, context: BrowserContext, hasScripts: boolean): Promise<void> {
  await context.route('https://fr.wikipedia.org/', (route) => route.fulfill({ body: 'elsewhere' }))
  await compareAnswers(page, hasScripts)
  expect(await context.cookies()).toMatchObject([{ name: 'comparison', secure: false }])
  await eraseAll(page, 'fr')
  expect(await context.cookies()).toEqual([])
  await compareAnswers(page, hasScripts)
  await page.getByRole('button', { name: say('fr', 'layout.exit') }).click()
  await expect(page).toHaveURL('https://fr.wikipedia.org/')
  expect(await context.cookies()).toEqual([])
}

// What else proxies do is tried without a browser, in tests/integration/server/behind-proxy.test.ts.
const plain = ['the host as it is', 'the host without its port', 'X-Forwarded-Host without its port']
const vouched = ['X-Forwarded-Host without its port', 'a host of its own']

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    for (const proxied of plain) {
      test.describe(`on plain HTTP, where no browser sends Sec-Fetch-Site, behind a proxy that passes on ${proxied}`, () => {
        test.use({ proxied })

        test('answers are compared and erased', async ({ page, context, front }) => {
          await compareEraseAndExit(page, context, javaScriptEnabled)
          expect(front.posted.map((headers) => headers['sec-fetch-site'])).toEqual(Array(4).fill(undefined))
        })
      })
    }

    for (const proxied of vouched) {
      test.describe(`where the browser sends Sec-Fetch-Site, behind a proxy that passes on ${proxied}`, () => {
        test.use({ proxied, host: '127.0.0.1' })

        test('answers are compared and erased', async ({ page, context, front }) => {
          await compareEraseAndExit(page, context, javaScriptEnabled)
          expect(front.posted.map((headers) => headers['sec-fetch-site'])).toEqual(
            Array(4).fill('same-origin'),
          )
        })
      })
    }
  })
}

test.describe('a site that does not know how it is called, on plain HTTP', () => {
  test.use({ proxied: 'a host of its own', expectedNoise: /Cross-Origin-Opener-Policy|403/ })

  test('refuses a form with a page that says what to do', async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'comparison', value: 'sealed', url: baseURL ?? '' }])
    await page.goto('/en/questionnaire')
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: say('en', 'layout.exit') }).click(),
    ])
    expect(response.status()).toBe(403)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'errors.otherSiteTitle'))
    await expect(page.locator('main')).toContainText(say('en', 'errors.otherSite'))
    expect(await context.cookies()).toHaveLength(1)
  })
})
