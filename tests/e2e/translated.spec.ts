import type { Page } from '@playwright/test'
import { pathTo } from '@/lib/i18n/routes'
import { consentBox, contributeButton, receiptPattern, shownReceipt } from '../support/e2e/contribution'
import {
  answerUntilCheck,
  askForComparison,
  choose,
  compareButton,
  continueTo,
  currentStep,
  eraseAll,
  openQuestionnaire,
  say,
} from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'
import { expectTranslated, translatePages } from '../support/e2e/translated'
import { allHighest } from '../support/golden/all-highest.data'

// A browser that translates replaces every text: React throws where it then looks for one that stood beside another.
test.use({ expectedNoise: /422/ })
test.beforeEach(async ({ page }) => translatePages(page))

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('the whole journey, contribution and withdrawal included', async ({ page, responses }) => {
  await page.goto(pathTo('home', 'fr'))
  await expectTranslated(page)
  await page.getByRole('link', { name: say('fr', 'home.start') }).click()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expectTranslated(page)
  await answerUntilCheck(page, 'fr', allHighest.answers)
  await expect(currentStep(page).locator('dd[data-item="humanSupport"]')).toHaveText(
    say('fr', 'options.agreement.yesCompletely'),
  )
  await askForComparison(page, 'fr')
  await expectTranslated(page)
  await page.getByRole('link', { name: say('fr', 'contribution.offer.toForm') }).click()
  await expectTranslated(page)
  await contributeButton(page, 'fr').click()
  await expect(page.getByText(say('fr', 'contribution.refusals.consent'))).toBeVisible()
  await consentBox(page, 'fr').check()
  await contributeButton(page, 'fr').click()
  await expect(shownReceipt(page)).toHaveText(receiptPattern)
  expect(await responses()).toHaveLength(1)
  await expectTranslated(page)
  await page
    .getByRole('main')
    .getByRole('link', { name: say('fr', 'receipt.withdraw') })
    .click()
  await expectTranslated(page)
  const field = page.getByRole('textbox', { name: say('fr', 'withdrawal.label') })
  const code = await field.inputValue()
  await field.fill('0000')
  await page.getByRole('button', { name: say('fr', 'withdrawal.submit') }).click()
  await expect(page.getByText(say('fr', 'withdrawal.refusals.malformed'))).toBeVisible()
  await field.fill(code)
  await page.getByRole('button', { name: say('fr', 'withdrawal.submit') }).click()
  await expect(heading(page)).toHaveText(say('fr', 'withdrawn.title'))
  expect(await responses()).toEqual([])
  await page.goto(pathTo('results', 'fr'))
  await expectTranslated(page)
  await eraseAll(page, 'fr')
})

test('questions that come and go, and the number of the step, stay right', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await expectTranslated(page)
  const progress = page.locator('#progress')
  await expect(progress).toHaveText('Étape 1 sur 13 au plus')
  await page.goto(`${pathTo('questionnaire', 'fr')}#conversationalAi`)
  await choose(page, 'usage.conversationalAi', 'regular')
  await expect(progress).toHaveText('Étape 5 sur 13 au plus')
  await choose(page, 'usage.conversationalAi', 'never')
  await continueTo(page, 'fr', 'socialNetworks')
  await expect(progress).toHaveText('Étape 6 sur 12 au plus')
  await expect(currentStep(page).getByRole('heading', { level: 2 })).toHaveText(
    say('fr', 'steps.socialNetworks.title'),
  )
})

test.describe('a server that does not answer', () => {
  test.use({ expectedNoise: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ })

  test('is said, and everything can be tried again', async ({ page, context }) => {
    await openQuestionnaire(page, 'fr', '#check')
    await expectTranslated(page)
    await context.setOffline(true)
    await compareButton(page, 'fr').click()
    await expect(page.getByRole('heading', { name: say('fr', 'problems.title') })).toBeFocused()
    await context.setOffline(false)
    await askForComparison(page, 'fr')
  })
})
