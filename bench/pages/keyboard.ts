import type { Browser, Page } from '@playwright/test'
import { optionsOf } from '@/lib/instrument/answers'
import { itemById, isItemId, type CatalogueItem } from '@/lib/instrument/catalogue'

export interface Respondent {
  readonly name: string
  /** The answer to "do you use this?" about every tool. */
  readonly usage: 'regular' | 'never'
  /** How pages are turned: by Enter in the last question, or by the button that says "Continue". */
  readonly turnBy: 'enter' | 'button'
}

/** Where the focus is: the question and the option of a control, or nowhere in particular. */
const focused = async (page: Page) =>
  page.evaluate(() => {
    const control = document.activeElement
    return control instanceof HTMLInputElement ? [control.name, control.value] : ['', '']
  })

const hasFocus = async (page: Page, selector: string) =>
  page.evaluate((name) => document.activeElement?.matches(name) ?? false, selector)

/** A keyboard that counts. A key that leads nowhere in 60 presses ends the count. */
function countingKeyboard(page: Page) {
  let presses = 0
  const press = async (key: string) => {
    presses += 1
    await page.keyboard.press(key)
  }
  const pressUntil = async (key: string, isThere: () => Promise<boolean>) => {
    for (let tries = 0; !(await isThere()); tries += 1) {
      if (tries === 60) throw new Error(`${key} never led there, on ${page.url()}`)
      await press(key)
    }
  }
  return { press, pressUntil, presses: () => presses }
}

type Keyboard = ReturnType<typeof countingKeyboard>

/** Tab to the question, then Space for its first option, or the arrow down until another one is chosen. */
async function answer(page: Page, keyboard: Keyboard, item: CatalogueItem, usage: string): Promise<void> {
  const option = item.id.startsWith('usage.') ? usage : optionsOf(item)[0]
  await keyboard.pressUntil('Tab', async () => (await focused(page))[0] === item.id)
  if ((await focused(page))[1] === option) await keyboard.press('Space')
  else await keyboard.pressUntil('ArrowDown', async () => (await focused(page))[1] === option)
}

/** The questions that are shown on the current page and have no answer yet. */
async function unanswered(page: Page): Promise<readonly CatalogueItem[]> {
  const names = await page
    .locator('.step:not([hidden]) fieldset:not([hidden]):not(:has(:checked)) input')
    .evaluateAll((controls) => controls.map((control) => control.getAttribute('name') ?? ''))
  return [...new Set(names)].filter(isItemId).map(itemById)
}

async function answerPage(page: Page, keyboard: Keyboard, { usage, turnBy }: Respondent): Promise<void> {
  for (const item of await unanswered(page)) await answer(page, keyboard, item, usage)
  const left = await unanswered(page)
  if (left.length > 0) throw new Error(`no answer to ${left.map(({ id }) => id).join(', ')}`)
  const before = page.url()
  if (turnBy === 'button') await keyboard.pressUntil('Tab', async () => hasFocus(page, '.pages .button'))
  await keyboard.press('Enter')
  await page.waitForURL((url) => url.href !== before)
  await page.locator('.step:not([hidden]) h2:focus').waitFor()
}

/**
 * Counts the presses of keys that it takes to answer every question that is shown, one choice in each, from the first
 * heading until the comparison has been asked for.
 */
export async function countPresses(
  browser: Browser,
  address: string,
  respondent: Respondent,
): Promise<number> {
  const context = await browser.newContext({ locale: 'fr-FR' })
  const page = await context.newPage()
  const keyboard = countingKeyboard(page)
  await page.goto(address)
  await page.locator('form[data-awake]').waitFor()
  await page.locator('.step:not([hidden]) h2').focus()
  while (!(await page.locator('#check').isVisible())) await answerPage(page, keyboard, respondent)
  await keyboard.pressUntil('Tab', async () => hasFocus(page, '#check button[type="submit"]'))
  await keyboard.press('Enter')
  await page.locator('main:has(.results)').waitFor()
  await context.close()
  return keyboard.presses()
}
