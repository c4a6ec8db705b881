import { expect } from 'vitest'
import { pathTo } from '@/lib/i18n/routes'
import { steps } from '@/lib/instrument/catalogue'
import type { BrowserWindow } from './browser-window'
import { controlWith, currentStep, optionOf, say } from './find-in-page'

/** A limit for what never comes, not for what comes late. */
const patience = { timeout: 60_000, interval: 50 }

/** Waits until what a function finds in the page is what is expected. */
export const expectSoon = <Result>(
  window: BrowserWindow,
  run: (...words: string[]) => Result,
  ...words: readonly string[]
) => expect.poll(async () => window.evaluate(run, ...words), patience)

export const expectTitle = async (window: BrowserWindow, key: string) =>
  expectSoon(window, () => document.querySelector('h1')?.textContent).toBe(say(key))

/** Presses the link, the button or the label with the words of a message, once it is there. */
export async function press(window: BrowserWindow, key: string): Promise<void> {
  await expect.poll(async () => window.press(controlWith, say(key)), patience).toBe(true)
}

/** Chooses an option of a question: an empty one for "prefer not to say". */
export async function choose(window: BrowserWindow, item: string, option: string): Promise<void> {
  expect([item, option, await window.press(optionOf, item, option)]).toEqual([item, option, true])
}

/** Comes from the first page to the questionnaire, whose scripts have taken over then. */
export async function beginAtHome(window: BrowserWindow, siteUrl: string): Promise<void> {
  await window.goTo(`${siteUrl}${pathTo('home', 'fr')}`)
  await press(window, 'home.start')
  await expectSoon(window, currentStep).toBe(steps[0])
}

/** Continues to the next page of the questionnaire, and says which that is. */
export async function turnPage(window: BrowserWindow): Promise<string> {
  const before = await window.evaluate(currentStep)
  await press(window, 'questionnaire.next')
  await expectSoon(window, currentStep).not.toBe(before)
  // Its heading gets the focus once the page has come to rest.
  await expectSoon(window, () => document.activeElement?.matches('.step:not([hidden]) h2')).toBe(true)
  return (await window.evaluate(currentStep)) ?? ''
}

export async function compare(window: BrowserWindow): Promise<void> {
  await press(window, 'questionnaire.compare')
  await expectTitle(window, 'results.title')
}

/** The answers that the site compares, as it gives them to the person. */
export const comparedAnswers = async (window: BrowserWindow) =>
  window.evaluate(async () => {
    const reply = await fetch('/api/comparison/data')
    return ((await reply.json()) as { answers?: unknown }).answers
  })

/** Goes back in the history until a page is there, by its path. */
export async function backTo(window: BrowserWindow, path: string): Promise<void> {
  for (;;) {
    const here = await window.evaluate(() => location.href)
    if (new URL(here).pathname === path) return
    await window.evaluate(() => history.back())
    await expectSoon(window, () => location.href).not.toBe(here)
  }
}
