import type { Browser, Page } from '@playwright/test'
import { optionsOf } from '@/lib/instrument/answers'
import { items, steps, type CatalogueItem } from '@/lib/instrument/catalogue'
import { readObserved } from './observe'
import { openPhone } from './phone'

export const choiceCount = 50

/** A person who looks at what was chosen goes on after this; by then, everything that a choice started has ended. */
const pauseMs = 150

/** How long each of the choices took to be seen, in the order in which they were made. */
export interface Choices {
  readonly toPaintMs: readonly number[]
  /** Event Timing's durations, in steps of 8 ms; what it does not report took less than 16, and counts as 8. */
  readonly eventTimingMs: readonly number[]
}

/** Questions that everybody is asked: on both sides the same ones can be seen. */
const asked = items.filter(({ shownWhen }) => shownWhen === null)

/** Which questions are answered a second time, so that there are enough choices: the age, and all about the tools. */
const askedTwice = new Set(asked.slice(0, choiceCount - asked.length))

interface Choice {
  readonly item: CatalogueItem
  readonly option: string
}

const optionAt = (item: CatalogueItem, index: number) => optionsOf(item).at(index) ?? ''

/** First the first option of each question of a step, then the last one of those that are answered twice. */
function choicesOf(step: string): readonly Choice[] {
  const here = asked.filter((item) => item.step === step)
  return [
    ...here.map((item) => ({ item, option: optionAt(item, 0) })),
    ...here.filter((item) => askedTwice.has(item)).map((item) => ({ item, option: optionAt(item, -1) })),
  ]
}

const path = steps
  .map((step) => ({ step, choices: choicesOf(step) }))
  .filter(({ choices }) => choices.length > 0)
const allChoices = path.flatMap(({ choices }) => choices)

/** Whether other questions come to apply with a choice, by its number: a tool is used now, or no longer. */
export function changesQuestions(index: number): boolean {
  return allChoices[index]?.item.id.startsWith('usage.') ?? false
}

async function choose(page: Page, { item, option }: Choice): Promise<void> {
  // The pointer comes to rest on the label first, so that scrolling to it is no part of the choice.
  await page.locator(`label:has(input[name="${item.id}"][value="${option}"])`).hover()
  await page.waitForTimeout(pauseMs)
  await page.mouse.down()
  await page.mouse.up()
  await page.waitForTimeout(pauseMs)
}

/** Makes 50 choices on a phone, page by page, with real clicks on the labels. `ready` is there once they can be made. */
export async function measureChoices(browser: Browser, address: string, ready: string): Promise<Choices> {
  const { page, close } = await openPhone(browser)
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.locator(ready).first().waitFor()
  for (const { step, choices } of path) {
    for (const choice of choices) await choose(page, choice)
    if (step !== path.at(-1)?.step) await page.locator(`#${step} .pages .button`).click()
  }
  const { choicesMs, eventTimingMs } = await readObserved(page)
  const checked = await page.locator('fieldset input:checked').count()
  await close()
  if (choicesMs.length !== choiceCount || checked !== asked.length) {
    throw new Error(`${address}: ${choicesMs.length} choices were seen, ${checked} questions are answered`)
  }
  const reported = Object.values(eventTimingMs)
  return {
    toPaintMs: choicesMs,
    eventTimingMs: [...reported, ...Array<number>(choiceCount - reported.length).fill(8)],
  }
}
