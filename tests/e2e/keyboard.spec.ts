import type { Page } from '@playwright/test'
import { sideOf } from '../support/e2e/figures'
import { openQuestionnaire, say } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'

const focused = (page: Page) => page.locator(':focus')

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab')
    const text = await focused(page).evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent,
    )
    if (text?.includes(name)) return
  }
  throw new Error(`Tab never reached "${name}"`)
}

test('the whole journey with a keyboard alone', async ({ page, context }) => {
  await page.goto('/fr')
  await page.keyboard.press('Tab')
  await expect(focused(page)).toHaveText(say('fr', 'layout.skipToContent'))
  await expect(focused(page)).toBeInViewport()
  await tabTo(page, say('fr', 'home.start'))
  await page.keyboard.press('Enter')
  await expect(page.locator('form[data-awake]')).toBeVisible()

  // Space chooses the first option, and Enter in a question turns the page.
  for (let step = 1; step < 20; step += 1) {
    const current = page.locator('.step:not([hidden])')
    const id = (await current.getAttribute('id')) ?? ''
    if (id === 'check') break
    if (step > 1) await expect(current.getByRole('heading', { level: 2 })).toBeFocused()
    const questions = await current.locator('fieldset:not([hidden])').count()
    const first = current.locator('fieldset:not([hidden]) input').first()
    for (
      let presses = 0;
      presses < 6 && !(await first.evaluate((input) => input === document.activeElement));
      presses += 1
    ) {
      await page.keyboard.press('Tab')
    }
    await expect(first).toBeFocused()
    await page.keyboard.press('Space')
    await expect(first).toBeChecked()
    if (questions > 1) {
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await expect(current).not.toHaveAttribute('id', id)
  }
  await expect(
    page.getByRole('heading', { name: new RegExp(say('fr', 'questionnaire.checkTitle')) }),
  ).toBeFocused()
  expect(await context.cookies()).toEqual([])
  await tabTo(page, say('fr', 'questionnaire.compare'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/resultats$/)
  await expect(sideOf(page, 'usage.any/french')).toHaveText(say('fr', 'results.side.also'))

  await tabTo(page, say('fr', 'themes.trust'))
  await expect(sideOf(page, 'trust.teleconsultation/french')).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(sideOf(page, 'trust.teleconsultation/french')).toBeVisible()
})

test('a heading that the keyboard led to shows it', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await page.locator('input[name="ageBand"]').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  const heading = page.locator('.step:not([hidden])').getByRole('heading', { level: 2 })
  await expect(heading).toBeFocused()
  // The outline is for forced colours, the shadow for all others.
  await expect(heading).toHaveCSS('outline-style', 'solid')
  await expect(heading).not.toHaveCSS('box-shadow', 'none')
})

/** Takes from the page's style sheets what a browser without `:has()` drops. */
function forgetHas(): void {
  const drop = (rules: CSSRuleList, remove: (index: number) => void) => {
    for (let index = rules.length - 1; index >= 0; index -= 1) {
      const rule = rules[index]
      const needsHas =
        (rule instanceof CSSStyleRule && rule.selectorText.includes(':has(')) ||
        (rule instanceof CSSSupportsRule && rule.conditionText.includes(':has('))
      if (needsHas) remove(index)
      else if (rule instanceof CSSGroupingRule) drop(rule.cssRules, (inner) => rule.deleteRule(inner))
    }
  }
  for (const sheet of document.styleSheets) drop(sheet.cssRules, (index) => sheet.deleteRule(index))
}

test('the answer that has the focus is seen, also in a browser without `:has()`', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  const outlines = async () => {
    await page.locator('input[name="ageBand"]').first().focus()
    await page.keyboard.press('ArrowDown')
    return focused(page).evaluate((input) =>
      [input, input.closest('label')].map((element) => element && getComputedStyle(element).outlineStyle),
    )
  }
  expect(await outlines()).toEqual(['none', 'solid'])
  await page.evaluate(forgetHas)
  expect(await outlines()).toEqual(['solid', 'none'])
})
