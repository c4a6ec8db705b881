import type { Page } from '@playwright/test'
import { figureRows, rowCount, sideOf } from '../support/e2e/figures'
import { expect, expectAccessible, test } from '../support/e2e/test'
import { holdScripts } from '../support/e2e/ways-to-wake'
import { allHighest } from '../support/golden/all-highest.data'
import {
  answerUntilCheck,
  askForComparison,
  choose,
  compareButton,
  compareRemembered,
  continueTo,
  currentStep,
  eraseAll,
  openQuestionnaire,
  say,
} from '../support/e2e/questionnaire'

const progress = (page: Page) => page.locator('#progress')

test('a refresh in the middle loses nothing and stays on the step', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await choose(page, 'ageBand', 'from35')
  await continueTo(page, 'fr', 'appointmentPlatforms')
  await choose(page, 'usage.appointmentPlatforms', 'past')
  await page.reload()
  await expect(currentStep(page)).toHaveAttribute('id', 'appointmentPlatforms')
  await expect(page.locator('input[name="usage.appointmentPlatforms"][value="past"]')).toBeChecked()
  await expect(page.locator('input[name="ageBand"][value="from35"]')).toBeChecked()
})

test('Back and Forward of the browser turn the pages', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await expect(progress(page)).toHaveText('Étape 1 sur 13 au plus')
  await continueTo(page, 'fr', 'appointmentPlatforms')
  await continueTo(page, 'fr', 'connectedDevices')
  await expect(page).toHaveURL(/#connectedDevices$/)
  await expect(progress(page)).toHaveText('Étape 3 sur 13 au plus')
  await page.goBack()
  await expect(currentStep(page)).toHaveAttribute('id', 'appointmentPlatforms')
  await expect(currentStep(page).getByRole('heading', { level: 2 })).toBeFocused()
  await page.goBack()
  await expect(currentStep(page)).toHaveAttribute('id', 'age')
  await page.goForward()
  await expect(currentStep(page)).toHaveAttribute('id', 'appointmentPlatforms')
  await expect(progress(page)).toHaveText('Étape 2 sur 13 au plus')
})

test('changing language in the middle keeps the answers and the step', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await choose(page, 'ageBand', 'under35')
  await continueTo(page, 'fr', 'appointmentPlatforms')
  await choose(page, 'trust.appointmentPlatforms', 'ratherNo')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/questionnaire#appointmentPlatforms$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('input[name="trust.appointmentPlatforms"][value="ratherNo"]')).toBeChecked()
  await expect(progress(page)).toHaveText('Step 2 of at most 13')
})

test('changing language on the results shows the same comparison', async ({ page }) => {
  await compareRemembered(page, 'fr', allHighest.answers)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/results$/)
  await expect(sideOf(page, 'trust.socialNetworks/french')).toHaveText(say('en', 'results.side.also'))
})

test('steps that do not apply are skipped, and come back when an answer changes', async ({ page }) => {
  await openQuestionnaire(page, 'fr', '#conversationalAi')
  await choose(page, 'usage.conversationalAi', 'regular')
  await page.goto('/fr/questionnaire#ai')
  await expect(currentStep(page)).toHaveAttribute('id', 'ai')
  await page.goto('/fr/questionnaire#conversationalAi')
  await choose(page, 'usage.conversationalAi', 'never')
  await page.goto('/fr/questionnaire#ai')
  await expect(currentStep(page)).toHaveAttribute('id', 'risks')
  await expect(page).toHaveURL(/#risks$/)
})

test('answers that a later change hides are not sent, and come back with the change', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await answerUntilCheck(page, 'fr', allHighest.answers)
  await page
    .getByRole('link', {
      name: say('fr', 'questionnaire.changeStep').replace(
        '{step}',
        say('fr', 'steps.conversationalAi.title'),
      ),
    })
    .click()
  await choose(page, 'usage.conversationalAi', 'never')
  await continueTo(page, 'fr', 'check')
  await expect(page.locator('dd[data-item="aiSatisfaction"]')).toHaveCount(0)
  await askForComparison(page, 'fr')
  await page.locator('#theme-ai > summary').click()
  await expect(page.locator('#theme-ai > .side').getByText(say('fr', 'results.side.notAsked'))).toHaveCount(2)

  await page.getByRole('link', { name: say('fr', 'results.change') }).click()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await page.goto('/fr/questionnaire#conversationalAi')
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await choose(page, 'usage.conversationalAi', 'occasional')
  await expect(page.locator('input[name="aiSatisfaction"][value="very"]')).toBeChecked()
})

test('an answer changed from the check page leads back to it, by way of the questions that it opens', async ({
  page,
}) => {
  await openQuestionnaire(page, 'fr')
  await answerUntilCheck(page, 'fr', { ageBand: 'under35' })
  await page.getByRole('link', { name: /Modifier.*Votre âge/ }).click()
  await choose(page, 'ageBand', 'from35')
  await continueTo(page, 'fr', 'check')
  await expect(page.locator('dd[data-item="ageBand"]')).toHaveText(say('fr', 'options.ageBand.from35'))
  await page.getByRole('link', { name: /Modifier.*L’IA/ }).click()
  await choose(page, 'usage.conversationalAi', 'regular')
  await continueTo(page, 'fr', 'ai')
  await continueTo(page, 'fr', 'benefits')
  await continueTo(page, 'fr', 'check')
})

test('"prefer not to say" can be chosen everywhere, is shown, and counts as unanswered', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await expect(page.locator('fieldset')).toHaveCount(36)
  await expect(page.locator('fieldset .choice-apart')).toHaveCount(36)
  await choose(page, 'ageBand', '')
  await page.reload()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expect(page.locator('input[name="ageBand"][value=""]')).toBeChecked()
  await page.goto('/fr/questionnaire#check')
  await expect(page.locator('dd[data-item="ageBand"]')).toHaveText(say('fr', 'questionnaire.preferNotToSay'))
  await expect(page.locator('dd[data-item="humanSupport"]')).toHaveText(
    say('fr', 'questionnaire.notAnswered'),
  )
  await askForComparison(page, 'fr')
  await expect(page.getByText(say('fr', 'results.nothing.text'))).toBeVisible()
  await expect(page.getByRole('link', { name: say('fr', 'results.nothing.toQuestionnaire') })).toBeVisible()
  await expect(figureRows(page)).toHaveCount(rowCount)
  await expectAccessible(page)
})

test('with scripts, a choice that excludes the others takes their place', async ({ page }) => {
  await openQuestionnaire(page, 'fr', '#conversationalAi')
  await choose(page, 'usage.conversationalAi', 'regular')
  await page.goto('/fr/questionnaire#benefits')
  await choose(page, 'benefits', 'autonomy')
  await choose(page, 'benefits', 'careAccess')
  await choose(page, 'benefits', 'none')
  await expect(page.locator('input[name="benefits"]:checked')).toHaveCount(1)
  await choose(page, 'benefits', 'autonomy')
  await expect(page.locator('input[name="benefits"][value="none"]')).not.toBeChecked()
  await expect(page.locator('input[name="benefits"]:checked')).toHaveCount(1)
})

test('choices made before the scripts arrive are kept', async ({ page }) => {
  const release = await holdScripts(page)
  await page.goto('/fr/questionnaire', { waitUntil: 'commit' })
  await choose(page, 'ageBand', 'from35')
  await page
    .getByRole('link', { name: say('fr', 'questionnaire.next') })
    .first()
    .click()
  await choose(page, 'usage.appointmentPlatforms', 'occasional')
  release()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expect(currentStep(page)).toHaveAttribute('id', 'appointmentPlatforms')
  await expect(page.locator('input[name="usage.appointmentPlatforms"][value="occasional"]')).toBeChecked()
  await continueTo(page, 'fr', 'connectedDevices')
  await page.reload()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expect(page.locator('input[name="ageBand"][value="from35"]')).toBeChecked()
})

test('Back from the results leads to the check page, with the answers', async ({ page }) => {
  await compareRemembered(page, 'fr', { ageBand: 'under35' })
  await page.goBack()
  await expect(currentStep(page)).toHaveAttribute('id', 'check')
  await expect(page.locator('dd[data-item="ageBand"]')).toHaveText(say('fr', 'options.ageBand.under35'))
})

test('Back after everything was erased shows no answers', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await choose(page, 'ageBand', 'under35')
  await continueTo(page, 'fr', 'appointmentPlatforms')
  await choose(page, 'usage.appointmentPlatforms', 'regular')
  await eraseAll(page, 'fr')
  await page.goBack()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expect(page.locator('input:checked')).toHaveCount(0)
})

test.describe('a server that does not answer', () => {
  test.use({ expectedNoise: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ })

  test('is said in a summary that takes the focus, and everything can be tried again', async ({
    page,
    context,
  }) => {
    await openQuestionnaire(page, 'fr')
    await choose(page, 'ageBand', 'from35')
    await page.goto('/fr/questionnaire#check')
    await expect(page.locator('form[data-awake]')).toBeVisible()
    await context.setOffline(true)
    await compareButton(page, 'fr').click()
    const heading = page.getByRole('heading', { name: say('fr', 'problems.title') })
    await expect(heading).toBeFocused()
    await expect(heading).toHaveAccessibleDescription(say('fr', 'problems.unreachable'))
    await expect(page.locator('dd[data-item="ageBand"]')).toHaveText(say('fr', 'options.ageBand.from35'))
    await context.setOffline(false)
    await askForComparison(page, 'fr')
  })
})
