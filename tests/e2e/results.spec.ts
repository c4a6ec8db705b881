import type { Page } from '@playwright/test'
import { locales } from '@/lib/i18n/locales'
import { figureRow, figureRows, rowCount, sideOf, unfoldAll } from '../support/e2e/figures'
import { compareRemembered, currentStep, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, schemesIn, test } from '../support/e2e/test'
import { allHighest } from '../support/golden/all-highest.data'
import { allLowest } from '../support/golden/all-lowest.data'
import { mixed } from '../support/golden/mixed.data'
import { youngUser } from '../support/golden/young-user.data'

const phone = { width: 360, height: 740 }

const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight)

/** Words that are seen, those of the help at the foot included. */
const wordsOf = (page: Page) =>
  page.evaluate(() => document.body.innerText.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0)

for (const locale of locales) {
  for (const { name, answers } of [allHighest, youngUser, allLowest]) {
    test(`on a phone the page is short, folded and unfolded: ${name}, ${locale}`, async ({ page }) => {
      await page.setViewportSize(phone)
      await compareRemembered(page, locale, answers)
      await expect(page.getByRole('button', { name: say(locale, 'results.print') })).toBeVisible()
      expect(await heightOf(page)).toBeLessThanOrEqual(4000)
      expect(await wordsOf(page)).toBeLessThanOrEqual(450)
      const stops = await page
        .locator('a[href], button, summary, input, select, textarea, [tabindex="0"]')
        .evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length)
      expect(stops).toBeLessThanOrEqual(60)
      const answer = await page.request.get(page.url())
      expect((await answer.body()).byteLength).toBeLessThanOrEqual(110_000)

      await unfoldAll(page)
      expect(await heightOf(page)).toBeLessThanOrEqual(9000)
      expect(await wordsOf(page)).toBeLessThanOrEqual(1000)
    })
  }

  for (const colorScheme of schemesIn(locale)) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme })

      test('axe finds nothing, folded and unfolded', async ({ page }) => {
        await compareRemembered(page, locale, mixed.answers)
        await expectAccessible(page)
        await unfoldAll(page)
        await expectAccessible(page)
      })
    })
  }
}

test('the first figure, with its picture and the person’s side, is on the first screen of a phone', async ({
  page,
}) => {
  await page.setViewportSize(phone)
  await compareRemembered(page, 'fr', mixed.answers)
  const first = page.locator('.landmarks li').first()
  await expect(first).toContainText(/48\s%\sdes Français/)
  await expect(first.locator('.side')).toHaveText(say('fr', 'results.side.also'))
  const bottom = await first.evaluate((element) => element.getBoundingClientRect().bottom)
  expect(bottom).toBeLessThanOrEqual(phone.height)
  await expect(page.locator('.landmarks li')).toHaveCount(4)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a reader whose past use may count is told so, and not counted on either side', async ({ page }) => {
  await compareRemembered(page, 'en', { 'usage.teleconsultation': 'past' })
  await expect(sideOf(page, 'usage.teleconsultation/french')).toHaveText(say('en', 'results.side.unclear'))
})

test('age groups stand under their figure, on the same axis, and one’s own is named', async ({ page }) => {
  await page.setViewportSize(phone)
  await compareRemembered(page, 'fr', youngUser.answers)
  const row = figureRow(page, 'usage.teleconsultation/french')
  const group = row.locator('[data-figure="usage.teleconsultation/under_35"]')
  await expect(group.locator('> .figure-label')).toHaveText('moins de 35 ans · votre âge')
  const axis = async (code: string) =>
    figureRow(page, code)
      .locator('> .figure-bar')
      .evaluate((bar) => [bar.getBoundingClientRect().left, bar.getBoundingClientRect().right])
  expect(await axis('usage.teleconsultation/under_35')).toEqual(await axis('usage.teleconsultation/french'))
})

test('changing leads to the check of the answers, and what is missing to its question', async ({ page }) => {
  await compareRemembered(page, 'fr', { 'usage.teleconsultation': 'never' })
  await page.locator('#theme-usage').getByRole('link', { name: 'Âge', exact: true }).click()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expect(currentStep(page)).toHaveAttribute('id', 'age')
  await page.goBack()
  await page.getByRole('link', { name: say('fr', 'results.change'), exact: true }).click()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expect(currentStep(page)).toHaveAttribute('id', 'check')
})

test('what is folded is found: by an address, by its words, and on paper', async ({ page }) => {
  await compareRemembered(page, 'fr', allHighest.answers)
  const folded = sideOf(page, 'risk.dependence/french')
  await expect(folded).toBeHidden()
  await page.goto('/fr/resultats#risk-dependence')
  await expect(folded).toBeVisible()

  await page.goto('/fr/resultats')
  await expect(folded).toBeHidden()
  // As the browser's own search does, which no test can open: it unfolds what has the words.
  const words = await page.locator('#theme-risks p').first().textContent()
  await page.goto('about:blank')
  await page.goto(`/fr/resultats#:~:text=${encodeURIComponent(words?.slice(0, 60).trim() ?? '')}`)
  await expect(folded).toBeVisible()

  await page.reload()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.figure-row[data-figure]:visible')).toHaveCount(rowCount)
})

test('a browser whose style sheet cannot unfold for paper is helped by a script', async ({ page }) => {
  await compareRemembered(page, 'fr', allHighest.answers)
  await expect(page.getByRole('button', { name: say('fr', 'results.print') })).toBeVisible()
  const opened = () => page.locator('details.theme[open]').count()
  const before = await opened()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await opened()).toBe(await page.locator('details.theme').count())
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await opened()).toBe(before)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a theme unfolds, and nothing is there that needs a script', async ({ page }) => {
    await page.goto('/fr/chiffres')
    await expect(figureRows(page).first()).toBeVisible()
    await page.locator('#theme-usage > summary').click()
    await expect(figureRows(page).first()).toBeHidden()
    await expect(page.getByRole('button')).toHaveCount(0)
  })
})
