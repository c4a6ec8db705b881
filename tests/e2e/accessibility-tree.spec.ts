import { items, steps } from '@/lib/instrument/catalogue'
import { instrumentVersion } from '@/lib/instrument/versions'
import { draftOf } from '@/lib/instrument/draft'
import { accessibilityTree } from '../support/e2e/accessibility-tree'
import { compareRemembered, currentStep, openQuestionnaire, say } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'
import { allHighest } from '../support/golden/all-highest.data'
import { mixed } from '../support/golden/mixed.data'

test('each step is told as a person expects: its heading, its questions as groups, its choices with their state', async ({
  page,
}) => {
  const state = JSON.stringify({
    version: instrumentVersion,
    draft: draftOf(allHighest.answers),
    visited: [],
  })
  await page.goto('/fr')
  await page.evaluate((remembered) => sessionStorage.setItem('miroir.questionnaire', remembered), state)
  await openQuestionnaire(page, 'fr')
  for (const place of [...steps, 'check']) {
    await page.goto(`/fr/questionnaire#${place}`)
    await expect(currentStep(page)).toHaveAttribute('id', place)
    await expect(page.locator('form[data-awake]')).toBeVisible()
    // The heading of a page that was turned to takes the focus, after the page is there.
    if (place !== steps[0]) await expect(currentStep(page).getByRole('heading', { level: 2 })).toBeFocused()
    const tree = await accessibilityTree(page, '.step:not([hidden])')
    expect(tree).toMatchSnapshot(`step-${place}.txt`)

    // Whatever the words: each question that is shown is a group of that name, with its choices in it.
    const asked = items.filter((item) => item.step === place && item.id !== 'intend.any')
    for (const { id, kind } of asked) {
      const several = kind === 'multiple' ? ` ${say('fr', 'questionnaire.several')}` : ''
      expect(tree).toContain(`group ${JSON.stringify(say('fr', `items.${id}.question`) + several)}`)
    }
    const choices = await currentStep(page).locator('fieldset:not([hidden]) input').count()
    expect(tree.match(/^ *(radio|checkbox) /gm) ?? []).toHaveLength(choices)
    const chosen = await currentStep(page).locator('fieldset:not([hidden]) input:checked').count()
    expect(tree.match(/checked=true/g) ?? []).toHaveLength(chosen)
  }
})

test('the frame of every page is told: banner, languages, content, help', async ({ page }) => {
  await page.goto('/fr')
  expect(await accessibilityTree(page)).toMatchSnapshot('home.txt')
})

test('the results are told: figures in words, and no picture that says less', async ({ page }) => {
  await compareRemembered(page, 'fr', mixed.answers)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'results.title'))
  // Told once the page's scripts run.
  await expect(page.getByRole('button', { name: say('fr', 'results.print') })).toBeVisible()
  const tree = await accessibilityTree(page, '.results')
  expect(tree).toMatchSnapshot('results.txt')
  expect(tree).not.toMatch(/^ *image/m)
})
