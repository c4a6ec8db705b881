import { steps } from '@/lib/instrument/catalogue'
import { currentStep, openQuestionnaire, say } from '../support/e2e/questionnaire'
import { allHighest } from '../support/golden/all-highest.data'
import { draftOf } from '@/lib/instrument/draft'
import { instrumentVersion } from '@/lib/instrument/versions'
import { expect, expectAccessible, schemesIn, test } from '../support/e2e/test'

for (const locale of ['fr', 'en'] as const) {
  for (const colorScheme of schemesIn(locale)) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme })

      test('axe finds nothing on any step', async ({ page }) => {
        const state = JSON.stringify({
          version: instrumentVersion,
          draft: draftOf(allHighest.answers),
          visited: [],
        })
        await page.goto(`/${locale}`)
        await page.evaluate((remembered) => sessionStorage.setItem('miroir.questionnaire', remembered), state)
        await openQuestionnaire(page, locale)
        for (const place of [...steps, 'check']) {
          await page.goto(`/${locale}/questionnaire#${place}`)
          await expect(currentStep(page)).toHaveAttribute('id', place)
          await expectAccessible(page)
        }
      })

      test('axe finds nothing on the results without answers', async ({ page }) => {
        await page.goto(locale === 'fr' ? '/fr/resultats' : '/en/results')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          say(locale, 'results.withoutAnswers.none.title'),
        )
        await expectAccessible(page)
      })
    })
  }
}

test('the pages that say what went wrong are as accessible as the others', async ({ page }) => {
  for (const path of ['/fr/envoi-trop-volumineux', '/fr/envoi-illisible', '/en/erased']) {
    await page.goto(path)
    await expectAccessible(page)
  }
})

const unknown = [
  ['/fr/nulle-part', say('fr', 'errors.notFoundTitle')],
  ['/en/no/where', say('en', 'errors.notFoundTitle')],
  ['/de', say('fr', 'errors.notFoundTitle')],
  ['/de/questionnaire', say('fr', 'errors.notFoundTitle')],
] as const

test.describe('pages that are not there', () => {
  test.use({ expectedNoise: /404/ })

  test('say so in their language, with the way home', async ({ page }) => {
    for (const [path, title] of unknown) {
      const response = await page.goto(path)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expectAccessible(page)
    }
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('say so too', async ({ page }) => {
      for (const [path, title] of unknown) {
        const response = await page.goto(path)
        expect(response?.status()).toBe(404)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        await expect(page.getByText('3114').first()).toBeVisible()
      }
    })
  })
})
