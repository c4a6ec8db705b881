import type { Locator, Page } from '@playwright/test'
import { chosenOptions, type Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { instrumentVersion } from '@/lib/instrument/versions'
import { draftOf } from '@/lib/instrument/draft'
import { pathTo } from '@/lib/i18n/routes'
import { locales, type Locale } from '@/lib/i18n/locales'
import { messages } from '../messages'
import { expect } from './test'

/** The page of the questionnaire that is shown, once its scripts have taken over: before that, all are. */
export const currentStep = (page: Page): Locator => page.locator('form[data-awake] .step:not([hidden])')

export const say = (locale: Locale, key: string): string => {
  const words = messages[locale].get(key)
  if (words === undefined) throw new Error(`no such message: ${key}`)
  return words
}

/** Opens the questionnaire and waits until its scripts have taken over. */
export async function openQuestionnaire(page: Page, locale: Locale, fragment = ''): Promise<void> {
  await page.goto(`${pathTo('questionnaire', locale)}${fragment}`)
  await expect(page.locator('form[data-awake]')).toBeVisible()
}

/**
 * Goes to a place of the questionnaire by its address. Where only the fragment changes, the router may write back the address that it
 * is still at.
 */
export async function openPlace(page: Page, path: string, place: string): Promise<void> {
  await expect(async () => {
    await page.goto(`${path}#${place}`)
    await expect(page.locator(`form[data-awake] #${place}`)).toBeVisible({ timeout: 5000 })
  }).toPass()
}

export async function choose(page: Page, item: string, option: string): Promise<void> {
  await page.locator(`input[name="${item}"][value="${option}"]`).check()
}

/** Gives the answers that the current step asks for. */
export async function answerStep(page: Page, answers: Answers): Promise<void> {
  const step = await currentStep(page).getAttribute('id')
  for (const item of items.filter((each) => each.step === step)) {
    for (const option of chosenOptions(answers, item.id)) await choose(page, item.id, option)
  }
}

/** Continues to the step whose title is given. */
export async function continueTo(page: Page, locale: Locale, place: string): Promise<void> {
  await currentStep(page)
    .getByRole('button', { name: say(locale, 'questionnaire.next') })
    .click()
  await expect(currentStep(page)).toHaveAttribute('id', place)
}

/** Answers step by step until the answers can be checked. */
export async function answerUntilCheck(
  page: Page,
  locale: Locale,
  answers: Answers,
): Promise<readonly string[]> {
  const seen: string[] = []
  for (;;) {
    const step = (await currentStep(page).getAttribute('id')) ?? ''
    seen.push(step)
    if (step === 'check') return seen
    await answerStep(page, answers)
    await currentStep(page)
      .getByRole('button', { name: say(locale, 'questionnaire.next') })
      .click()
    await expect(currentStep(page)).not.toHaveAttribute('id', step)
  }
}

/** The button that sends the answers: the one above their list, where there is one below too. */
export const compareButton = (page: Page, locale: Locale): Locator =>
  page.getByRole('button', { name: say(locale, 'questionnaire.compare') }).first()

export async function askForComparison(page: Page, locale: Locale): Promise<void> {
  await compareButton(page, locale).click()
  await expect(page).toHaveURL(new RegExp(`${pathTo('results', locale)}$`))
}

/** Puts answers into the tab's memory, as if they had been given before. */
export async function remember(page: Page, answers: Answers): Promise<void> {
  const remembered = JSON.stringify({ version: instrumentVersion, draft: draftOf(answers), visited: [] })
  await page.goto(pathTo('home', locales[0]))
  await page.evaluate((state) => sessionStorage.setItem('miroir.questionnaire', state), remembered)
}

/** Goes to the results with answers that the tab remembers. */
export async function compareRemembered(page: Page, locale: Locale, answers: Answers): Promise<void> {
  await remember(page, answers)
  await openQuestionnaire(page, locale, '#check')
  await askForComparison(page, locale)
}

/** Does what leads to a page after which the browser keeps none of those before, and waits until it has forgotten them. */
export async function untilForgotten(page: Page, leave: () => Promise<void>): Promise<void> {
  const forgetting = page.waitForResponse('**/api/forget')
  await leave()
  await (await forgetting).finished()
}

/** Erases everything: asks for it, and confirms. */
export async function eraseAll(page: Page, locale: Locale): Promise<void> {
  await page
    .locator('.erase > summary')
    .filter({ hasText: say(locale, 'results.erase') })
    .click()
  await untilForgotten(page, async () =>
    page.getByRole('button', { name: say(locale, 'results.eraseConfirm') }).click(),
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'erased.title'))
}
