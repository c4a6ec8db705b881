import { allHighest } from '../support/golden/all-highest.data'
import { expect, expectAccessible, test } from '../support/e2e/test'
import { answerUntilCheck, askForComparison, currentStep, eraseAll, say } from '../support/e2e/questionnaire'

const devices = [
  { name: 'phone', viewport: { width: 360, height: 740 } },
  { name: 'desktop', viewport: { width: 1280, height: 800 } },
] as const

for (const { name, viewport } of devices) {
  for (const locale of ['fr', 'en'] as const) {
    test.describe(`${locale}, ${name}`, () => {
      test.use({ viewport, locale: locale === 'fr' ? 'fr-FR' : 'en-GB' })

      test('from the first page to the comparison, and everything erased', async ({ page, context }) => {
        await page.goto('/')
        await expect(page).toHaveURL(new RegExp(`/${locale}$`))
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'home.title'))
        await expect(page.getByText('3114').first()).toBeVisible()
        await expectAccessible(page)

        await page.getByRole('link', { name: say(locale, 'home.start') }).click()
        await expect(page.locator('form[data-awake]')).toBeVisible()
        const steps = await answerUntilCheck(page, locale, allHighest.answers)
        expect(steps).toHaveLength(13)
        await expect(currentStep(page).locator('dd')).toHaveCount(35)
        await expectAccessible(page)

        await askForComparison(page, locale)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'results.title'))
        await expect(page.locator('[data-figure="trust.teleconsultation/french"]')).toContainText('30')
        await expectAccessible(page)

        await eraseAll(page, locale)
        expect(await context.cookies()).toEqual([])
        expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
        await expectAccessible(page)
      })

      test('no page scrolls sideways', async ({ page }) => {
        for (const path of [`/${locale}`, `/${locale}/questionnaire`]) {
          await page.goto(path)
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
            viewport.width,
          )
        }
      })
    })
  }
}
