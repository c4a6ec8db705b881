import type { Page } from '@playwright/test'
import { siteMap } from '@/components/information/site-map.data'
import { criteria } from '@/components/layout/accessibility-audit.data'
import { conformity } from '@/components/layout/conformity'
import { locales, type Locale } from '@/lib/i18n/locales'
import { pathTo, routes, type RouteId } from '@/lib/i18n/routes'
import { unfoldAll } from '../support/e2e/figures'
import { compareRemembered, eraseAll, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, schemesIn, test } from '../support/e2e/test'
import { allHighest } from '../support/golden/all-highest.data'

interface InformationPage {
  readonly route: (typeof footerRoutes)[number]
  readonly words: string
  readonly isKept?: true
}

/** The information pages, and the namespace of the words of each. Those that name the operator, or the wave, are kept as long as it is the same. */
const informationPages: readonly InformationPage[] = [
  { route: 'method', words: 'method', isKept: true },
  { route: 'privacy', words: 'privacy', isKept: true },
  { route: 'accessibility', words: 'accessibility', isKept: true },
  { route: 'legalNotice', words: 'legalNotice', isKept: true },
  { route: 'siteMap', words: 'siteMap' },
  { route: 'help', words: 'helpPage' },
]

/** What the foot of every page leads to, in this order. */
const footerRoutes = [
  'figures',
  'participants',
  'method',
  'privacy',
  'withdraw',
  'accessibility',
  'legalNotice',
  'siteMap',
  'help',
] as const

const footerWords = (locale: Locale, route: (typeof footerRoutes)[number]) =>
  say(locale, route === 'accessibility' ? `layout.accessibility.${conformity.state}` : `layout.${route}`)

/** Pages that follow something that was sent: nobody goes to them otherwise. */
const answeringRoutes: readonly RouteId[] = [
  'change',
  'receipt',
  'withdrawn',
  'erased',
  'exit',
  'unreadable',
  'pageTooOld',
  'badAddress',
  'otherSite',
  'busy',
  'tooLarge',
]

/** Every page that stays: `exit` leads to another site at once. */
const everyRoute = (Object.keys(routes) as RouteId[]).filter((route) => route !== 'exit')

const footerLinks = (page: Page, locale: Locale) =>
  page.getByRole('navigation', { name: say(locale, 'layout.information') }).getByRole('link')

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

for (const locale of locales) {
  for (const { route, words, isKept = false } of informationPages) {
    test.describe(`${route}, ${locale}`, () => {
      test('is there before it is asked for, and says what it is', async ({ page }) => {
        const response = await page.goto(pathTo(route, locale))
        expect(response?.status()).toBe(200)
        expect(response?.headers()['cache-control']).toBe(isKept ? 'no-cache' : 's-maxage=31536000')
        // Made for nobody: what is made for a request has a nonce of its own.
        expect(response?.headers()['content-security-policy']).not.toContain('nonce-')
        expect(response?.headers()['set-cookie']).toBeUndefined()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, `${words}.title`))
        await expect(page).toHaveTitle(`${say(locale, `${words}.title`)} – Miroir`)
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        await expect(footerLinks(page, locale).and(page.locator('[aria-current="page"]'))).toHaveText(
          footerWords(locale, route),
        )
      })

      test('its headings are in order, and its contents lead to them', async ({ page }) => {
        await page.goto(pathTo(route, locale))
        const levels = await page
          .locator('h1, h2, h3, h4, h5, h6')
          .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))))
        expect(levels[0]).toBe(1)
        expect(levels.filter((level) => level === 1)).toHaveLength(1)
        for (const [index, level] of levels.entries()) {
          expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
        }
        const lost = await page
          .locator('main a[href^="#"]')
          .evaluateAll((links) =>
            links
              .map((link) => link.getAttribute('href') ?? '')
              .filter((href) => document.querySelector(href) === null),
          )
        expect(lost).toEqual([])
      })
    })
  }

  test(`the results lead to how the trust profile is worked out, ${locale}`, async ({ page }) => {
    await compareRemembered(page, locale, allHighest.answers)
    await unfoldAll(page)
    await page.locator('.trust-range').getByRole('link').click()
    await expect(
      page.getByRole('heading', { name: say(locale, 'method.profile.title'), level: 2 }),
    ).toBeInViewport()
  })

  test(`every page has the help lines and then the information pages at its foot, ${locale}`, async ({
    page,
  }) => {
    for (const route of everyRoute) {
      await page.goto(pathTo(route, locale))
      const footer = page.getByRole('contentinfo')
      await expect(footer.getByRole('heading').first()).toHaveText(say(locale, 'help.prompt'))
      const addresses = await footerLinks(page, locale).evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')),
      )
      expect([route, addresses]).toEqual([route, footerRoutes.map((each) => pathTo(each, locale))])
    }
  })

  test(`no page scrolls sideways at 320 pixels, ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const route of everyRoute) {
      await page.goto(pathTo(route, locale))
      expect([route, await widthOf(page)]).toEqual([route, 320])
    }
    await compareRemembered(page, locale, allHighest.answers)
    expect(await widthOf(page)).toBe(320)
  })

  for (const colorScheme of schemesIn(locale)) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme })

      test('axe finds nothing on any page', async ({ page }) => {
        test.slow()
        for (const route of everyRoute) {
          await page.goto(pathTo(route, locale))
          await expectAccessible(page)
        }
        await compareRemembered(page, locale, allHighest.answers)
        await expectAccessible(page)
      })
    })
  }

  test.describe(`without scripts, ${locale}`, () => {
    test.use({ javaScriptEnabled: false })

    test('the links at the foot lead to the information pages', async ({ page }) => {
      await page.goto(pathTo('home', locale))
      for (const { route, words } of informationPages) {
        await footerLinks(page, locale).getByText(footerWords(locale, route), { exact: true }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, `${words}.title`))
      }
    })
  })
}

test('the site map leads to every page that a person may go to', async ({ page }) => {
  const mapped = Object.values(siteMap).flat()
  const left = (Object.keys(routes) as RouteId[]).filter((route) => !answeringRoutes.includes(route))
  expect([...mapped, 'siteMap'].toSorted()).toEqual(left.toSorted())
  for (const locale of locales) {
    for (const route of mapped) {
      await page.goto(pathTo('siteMap', locale))
      await page
        .getByRole('main')
        .getByRole('link', { name: say(locale, `siteMap.${route}.name`) })
        .click()
      await expect(page).toHaveURL(new RegExp(`${pathTo(route, locale)}$`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    }
  }
})

test('the statement says what the audit found, and the foot of every page says it in short', async ({
  page,
}) => {
  expect(conformity.state).toBe('partial')
  await page.goto(pathTo('accessibility', 'fr'))
  await expect(page.locator('#status strong')).toHaveText('Miroir est partiellement conforme')
  const { criterionCount, applicableCount, conformCount, ratePercent } = conformity
  const result = await page.locator('#tests p').first().textContent()
  expect(result?.match(/\d+/g)).toEqual(
    ['26', '2026', criterionCount, applicableCount, conformCount, ratePercent].map(String),
  )
  const faults = Object.entries(criteria).filter(([, state]) => state === 'notConform')
  const listed = await page.locator('#limits h3 + ul').first().locator('li').allTextContents()
  expect(listed.map((words) => /\d+\.\d+/.exec(words)?.[0])).toEqual(faults.map(([criterion]) => criterion))
  await page.goto(pathTo('home', 'fr'))
  await expect(footerLinks(page, 'fr').filter({ hasText: 'Accessibilité' })).toHaveText(
    /^Accessibilité\s: partiellement conforme$/,
  )
})

test('the privacy page erases what it says', async ({ page, context }) => {
  await compareRemembered(page, 'fr', allHighest.answers)
  expect(await context.cookies()).toHaveLength(1)
  await page.goto(pathTo('privacy', 'fr'))
  await eraseAll(page, 'fr')
  expect(await context.cookies()).toEqual([])
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})
