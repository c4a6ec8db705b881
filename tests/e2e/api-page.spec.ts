import { operationNames } from '@/lib/api/operations'
import { problems } from '@/lib/api/problems'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, schemesIn, test } from '../support/e2e/test'

for (const locale of locales) {
  test(`the interface for programs can be read by people, ${locale}`, async ({ page, request }) => {
    await page.goto(pathTo('figures', locale))
    await page.getByRole('link', { name: say(locale, 'figureData.page.api') }).click()
    await expect(page).toHaveURL(pathTo('api', locale))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'apiPage.title'))
    for (const name of operationNames) {
      await expect(page.locator(`#${name}`)).toHaveText(
        say(locale, `apiPage.interface.operations.${name}.title`),
      )
    }
    // What is linked within the page is there: shapes of answers, refusals.
    const fragments = await page
      .locator('main a[href^="#"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))])
    expect(fragments.length).toBeGreaterThan(10)
    for (const fragment of fragments) await expect(page.locator(`[id="${fragment.slice(1)}"]`)).toHaveCount(1)
    for (const name of Object.keys(problems)) await expect(page.locator(`#problem-${name}`)).toHaveCount(1)
    const document = await page
      .getByRole('link', { name: say(locale, 'apiPage.toDocument') })
      .getAttribute('href')
    expect((await request.get(document ?? '')).status()).toBe(200)
    for (const colorScheme of schemesIn(locale)) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
    await page.setViewportSize({ width: 360, height: 740 })
    const overflow = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)
    expect(overflow).toBe(0)
  })
}
