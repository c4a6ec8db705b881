import type { Page } from '@playwright/test'
import { steps } from '@/lib/instrument/catalogue'
import { locales, type Locale } from '@/lib/i18n/locales'
import { pathTo, routes, type RouteId } from '@/lib/i18n/routes'
import { contribute } from '../support/e2e/contribution'
import { unfoldAll } from '../support/e2e/figures'
import { compareRemembered, openQuestionnaire, remember } from '../support/e2e/questionnaire'
import { overlappingTexts, setSpacing, sidewaysScroll } from '../support/e2e/text-layout'
import { expect, test } from '../support/e2e/test'
import { youngUser } from '../support/golden/young-user.data'

const widths = [320, 360, 768, 1280]

/** Every page that stays: `exit` leads to another site at once. */
const everyRoute = (Object.keys(routes) as RouteId[]).filter((route) => route !== 'exit')

/** Looks at a page as it stands, at every width, with normal and wide spacing, and with text twice as large on a phone. */
async function expectReadable(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 })
    for (const isWide of [false, true]) {
      await setSpacing(page, isWide)
      const found = {
        name,
        width,
        isWide,
        overlaps: await overlappingTexts(page),
        sideways: await sidewaysScroll(page),
      }
      expect(found).toEqual({ name, width, isWide, overlaps: [], sideways: 0 })
    }
  }
  await setSpacing(page, false)
  await page.setViewportSize({ width: 360, height: 740 })
  const setRoot = (size: string) =>
    page.evaluate((given) => {
      document.documentElement.style.fontSize = given
    }, size)
  await setRoot('32px')
  const found = { name, overlaps: await overlappingTexts(page), sideways: await sidewaysScroll(page) }
  expect(found).toEqual({ name, overlaps: [], sideways: 0 })
  await setRoot('')
}

async function expectStepsReadable(page: Page, locale: Locale): Promise<void> {
  await remember(page, youngUser.answers)
  await openQuestionnaire(page, locale)
  for (const place of [...steps, 'check']) {
    await page.goto(`${pathTo('questionnaire', locale)}#${place}`)
    await expect(page.locator(`#${place}`)).toBeVisible()
    await expectReadable(page, `${locale} ${place}`)
  }
}

test.use({ expectedNoise: /404|403|400|413|409/ })

for (const locale of locales) {
  test(`no text stands on another, and nothing scrolls sideways, on any page, ${locale}`, async ({
    page,
  }) => {
    await compareRemembered(page, locale, youngUser.answers)
    await contribute(page, locale)
    for (const route of everyRoute) {
      await page.goto(pathTo(route, locale))
      await expectReadable(page, `${locale} ${route}`)
      await unfoldAll(page)
      await expectReadable(page, `${locale} ${route}, unfolded`)
    }
  })

  test(`nor on any step of the questionnaire, ${locale}`, async ({ page }) => {
    await expectStepsReadable(page, locale)
  })
}

test('the test would see texts that stand on each other, and a page that is too wide', async ({ page }) => {
  await page.goto(pathTo('help', 'en'))
  await page.locator('main h1').evaluate((heading) => {
    heading.style.translate = '0 4rem'
    heading.style.width = '120vw'
  })
  expect(await overlappingTexts(page)).not.toEqual([])
  expect(await sidewaysScroll(page)).toBeGreaterThan(0)
})
