import type { Locator, Page } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import type { Answers } from '@/lib/instrument/answers'
import { choose, compareButton, compareRemembered, say } from './questionnaire'
import { expect } from './test'

export const receiptPattern = /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/

/** The code that the page shows. */
export const shownReceipt = (page: Page): Locator => page.locator('.receipt-code code')

/** Asks for the comparison, with scripts or without. */
export async function compareWith(
  page: Page,
  locale: Locale,
  answers: Answers,
  hasScripts: boolean,
): Promise<void> {
  if (hasScripts) {
    await compareRemembered(page, locale, answers)
    return
  }
  await page.goto(pathTo('questionnaire', locale))
  for (const [item, answer] of Object.entries(answers)) {
    for (const option of [answer].flat()) await choose(page, item, option)
  }
  await compareButton(page, locale).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'results.title'))
}

export const consentBox = (page: Page, locale: Locale): Locator =>
  page.getByRole('checkbox', { name: say(locale, 'consent.agreement') })

export const contributeButton = (page: Page, locale: Locale): Locator =>
  page.getByRole('button', { name: say(locale, 'contribution.submit') })

/** Opens the page where the answers of the comparison can be contributed. */
export async function openTakePart(page: Page, locale: Locale): Promise<void> {
  await page.goto(pathTo('takePart', locale))
  await expect(consentBox(page, locale)).not.toBeChecked()
}

/** Consents, contributes, and gives the code. */
export async function contribute(page: Page, locale: Locale): Promise<string> {
  await openTakePart(page, locale)
  await consentBox(page, locale).check()
  await contributeButton(page, locale).click()
  await expect(page).toHaveURL(new RegExp(`${pathTo('receipt', locale)}$`))
  await expect(shownReceipt(page)).toHaveText(receiptPattern)
  return (await shownReceipt(page).textContent()) ?? ''
}

/** Types a code on the page for withdrawing. */
export async function withdraw(page: Page, locale: Locale, code: string): Promise<void> {
  await page.goto(pathTo('withdraw', locale))
  await page.getByRole('textbox', { name: say(locale, 'withdrawal.label') }).fill(code)
  await page.getByRole('button', { name: say(locale, 'withdrawal.submit') }).click()
}
