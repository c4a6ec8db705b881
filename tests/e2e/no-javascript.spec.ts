import { items } from '@/lib/instrument/catalogue'
import { allHighest } from '../support/golden/all-highest.data'
import { sideOf } from '../support/e2e/figures'
import { choose, eraseAll, say } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'
import { chosenOptions } from '@/lib/instrument/answers'

test.use({ javaScriptEnabled: false })

for (const locale of ['fr', 'en'] as const) {
  test(`the whole journey, ${locale}`, async ({ page, context }) => {
    await page.goto(`/${locale}`)
    await page.getByRole('link', { name: say(locale, 'home.start') }).click()
    await expect(page.locator('fieldset:visible')).toHaveCount(36)
    await expect(page.getByText(say(locale, 'questionnaire.noScript'))).toBeVisible()
    await expect(page.getByText(say(locale, 'conditions.anyToolUsedNow'))).toBeVisible()
    for (const { id } of items) {
      for (const option of chosenOptions(allHighest.answers, id)) await choose(page, id, option)
    }
    await page.getByRole('button', { name: say(locale, 'questionnaire.compare') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'results.title'))
    await expect(sideOf(page, 'risk.dependence/french')).toHaveText(say(locale, 'results.side.also'))

    await page.getByRole('link', { name: say(locale, 'results.change') }).click()
    await expect(page.locator('input[name="ageBand"][value="from35"]')).toBeChecked()
    await expect(page.locator('input[name="topicsUsed"][value="stress"]')).toBeChecked()
    await choose(page, 'risk.dependence', 'veryLow')
    await page.getByRole('button', { name: say(locale, 'questionnaire.compare') }).click()
    await expect(sideOf(page, 'risk.dependence/french')).toHaveText(say(locale, 'results.side.not'))

    await eraseAll(page, locale)
    expect(await context.cookies()).toEqual([])
  })
}

test.describe('Enter in a field', () => {
  // Chromium says so when it keeps the form from being sent.
  test.use({ expectedNoise: /not focusable/ })

  test('sends nothing', async ({ page, context }) => {
    const posts: string[] = []
    context.on('request', (request) => {
      if (request.method() === 'POST') posts.push(request.url())
    })
    await page.goto('/fr/questionnaire')
    await choose(page, 'ageBand', 'under35')
    await page.locator('input[name="ageBand"][value="under35"]').press('Enter')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page).toHaveURL(/\/en\/questionnaire$/)
    expect(posts).toEqual([])
  })
})

test.describe('a choice that excludes the others', () => {
  test.use({ expectedNoise: /422/ })

  test('is refused by name, and everything that was answered is still there', async ({ page, context }) => {
    await page.goto('/fr/questionnaire')
    await choose(page, 'ageBand', 'from35')
    await choose(page, 'usage.teleconsultation', 'regular')
    await choose(page, 'benefits', 'autonomy')
    await choose(page, 'benefits', 'none')
    const [response] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: say('fr', 'questionnaire.compare') }).click(),
    ])
    expect(response.status()).toBe(422)
    await expect(page).toHaveTitle(/^Erreur/)
    const summary = page.locator('.problem-summary')
    await expect(summary).toContainText(say('fr', 'items.benefits.question'))
    await expect(page.locator('fieldset', { hasText: say('fr', 'items.benefits.question') })).toContainText(
      'exclut',
    )
    for (const checked of [
      'ageBand"][value="from35',
      'benefits"][value="autonomy',
      'benefits"][value="none',
    ]) {
      await expect(page.locator(`input[name="${checked}"]`)).toBeChecked()
    }
    expect(await context.cookies()).toEqual([])

    await summary.getByRole('link').click()
    await page.locator('input[name="benefits"][value="none"]').uncheck()
    await page.getByRole('button', { name: say('fr', 'questionnaire.compare') }).click()
    await expect(page).toHaveURL(/resultats/)
  })
})
