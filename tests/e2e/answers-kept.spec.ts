import fc from 'fast-check'
import { pathTo } from '@/lib/i18n/routes'
import { applicableAnswers } from '@/lib/instrument/visibility'
import type { Answers } from '@/lib/instrument/answers'
import { arbitraryAnswers } from '../support/arbitrary-answers'
import { expect, test } from '../support/e2e/test'
import { askForComparison, choose, compareRemembered, openPlace, say } from '../support/e2e/questionnaire'
import { comparedAnswers, holdScripts, tick, waysToWake } from '../support/e2e/ways-to-wake'
import { runs } from '../support/runs'

/** With the first option of each question of several choices, which a form library may take for a single box. */
const written: readonly Answers[] = [
  { 'usage.conversationalAi': 'regular', benefits: ['informationAccess'], aiPurposes: ['listening'] },
  { 'usage.teleconsultation': 'past', topicsUsed: ['none'] },
  {
    ageBand: 'under35',
    'usage.conversationalAi': 'occasional',
    benefits: ['informationAccess', 'autonomy'],
    topicsUsed: ['personalDevelopment', 'severeDisorders'],
    aiPurposes: ['listening', 'other'],
  },
]

const random = fc
  .sample(arbitraryAnswers, { seed: 2026, numRuns: 20 })
  .map(applicableAnswers)
  .filter((answers) => Object.keys(answers).length > 0)
  .slice(0, runs(3))

for (const [way, arrive] of Object.entries(waysToWake)) {
  test.describe(way, () => {
    test.use({ expectedNoise: /422/ })

    test('the answers are those that were given: nothing added, nothing lost', async ({ page, context }) => {
      for (const answers of [...written, ...random]) {
        await arrive(page, answers)
        expect(await comparedAnswers(page)).toEqual(answers)
        await context.clearCookies()
        await page.evaluate(() => sessionStorage.clear())
      }
    })
  })
}

test('answers that another tab compared meanwhile are those that are changed', async ({ page, context }) => {
  await compareRemembered(page, 'fr', { ageBand: 'under35', humanSupport: 'ratherNo' })
  const other = await context.newPage()
  await compareRemembered(other, 'fr', { ageBand: 'from35' })
  await page.goto(`${pathTo('change', 'fr')}#check`)
  await expect(page.locator('dd[data-item="ageBand"]')).toHaveText(say('fr', 'options.ageBand.from35'))
  await askForComparison(page, 'fr')
  expect(await comparedAnswers(page)).toEqual({ ageBand: 'from35' })
})

test('a change that was not compared yet is there in the other language, and after a reload', async ({
  page,
}) => {
  await compareRemembered(page, 'fr', {
    ageBand: 'under35',
    benefits: ['autonomy'],
    'usage.teleconsultation': 'regular',
  })
  await page.goto(`${pathTo('change', 'fr')}#benefits`)
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await choose(page, 'benefits', 'careAccess')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await openPlace(page, pathTo('change', 'en'), 'check')
  await askForComparison(page, 'en')
  expect(await comparedAnswers(page)).toMatchObject({ benefits: ['careAccess', 'autonomy'] })
})

test.describe('choices that exclude each other, in a form refused without scripts', () => {
  test.use({ expectedNoise: /422/ })

  test('are shown as they were sent, and refused by name, until the person decides', async ({ page }) => {
    const release = await holdScripts(page)
    await page.goto(pathTo('questionnaire', 'fr'), { waitUntil: 'commit' })
    await expect(page.locator('input[name="humanSupport"]')).toHaveCount(6)
    await tick(page, { 'usage.teleconsultation': 'regular', benefits: ['informationAccess', 'none'] })
    await page.evaluate(() => document.querySelector<HTMLFormElement>('form.questionnaire')?.submit())
    await expect(page.getByRole('heading', { name: say('fr', 'problems.title') })).toBeVisible()
    release()
    await expect(page.locator('form[data-awake]')).toBeAttached()
    await expect(page.locator('input[name="benefits"]:checked')).toHaveCount(2)
    await page.getByRole('link', { name: /exclut/ }).click()
    await choose(page, 'benefits', 'informationAccess')
    await page.locator('input[name="benefits"][value="none"]').uncheck()
    await page.goto(`${page.url().split('#')[0]}#check`)
    await askForComparison(page, 'fr')
    expect(await comparedAnswers(page)).toMatchObject({ benefits: ['informationAccess'] })
  })
})
