import type { Page } from '@playwright/test'
import type { Answers } from '@/lib/instrument/answers'
import { draftOf } from '@/lib/instrument/draft'
import { pathTo } from '@/lib/i18n/routes'
import { askForComparison, compareButton, openPlace, openQuestionnaire, remember } from './questionnaire'
import { expect } from './test'

/** The answers of the comparison that the browser has: what is compared, downloaded and contributed. */
export async function comparedAnswers(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const response = await fetch('/api/comparison/data')
    return ((await response.json()) as { answers: unknown }).answers
  })
}

/** Keeps the scripts of the pages from arriving, until the returned function lets them. */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  return () => release()
}

/** Ticks answers as clicks do, whichever step shows them. */
export async function tick(page: Page, answers: Answers): Promise<void> {
  await page.evaluate((draft) => {
    for (const [item, values] of Object.entries(draft)) {
      for (const value of values) {
        const selector = `input[name="${item}"][value="${value}"]`
        document.querySelector<HTMLInputElement>(selector)?.click()
      }
    }
  }, draftOf(answers))
}

const awake = async (page: Page) => expect(page.locator('form[data-awake]')).toBeAttached()

async function compare(page: Page): Promise<void> {
  await openPlace(page, pathTo('questionnaire', 'fr'), 'check')
  await askForComparison(page, 'fr')
}

async function compareRememberedAnswers(page: Page, answers: Answers): Promise<void> {
  await remember(page, answers)
  await openQuestionnaire(page, 'fr', '#check')
  await askForComparison(page, 'fr')
}

/** Gives answers before the scripts arrive, goes on, and lets them arrive. */
async function beforeScripts(page: Page, answers: Answers, then: () => Promise<void>): Promise<void> {
  const release = await holdScripts(page)
  await page.goto(pathTo('questionnaire', 'fr'), { waitUntil: 'commit' })
  await expect(page.locator('input[name="humanSupport"]')).toHaveCount(6)
  await tick(page, answers)
  await then()
  release()
  await awake(page)
}

/**
 * Ticks answers one by one, from when the scripts have begun to take over: some before they have brought back what the tab
 * remembers, the others after. Runs in the page.
 */
function tickDuringTakeOver(draft: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const left = Object.entries(draft).flatMap(([item, values]) =>
    values.map((value) => [item, value] as const),
  )
  return new Promise((done) => {
    const look = () => {
      const form = document.querySelector('form.questionnaire')
      const hasBegun = form !== null && Object.keys(form).some((key) => key.startsWith('__reactProps'))
      if (hasBegun) {
        const [item, value] = left.shift() ?? []
        const selector = `input[name="${item}"][value="${value}"]`
        document.querySelector<HTMLInputElement>(selector)?.click()
      }
      if (left.length === 0) done()
      else setTimeout(look)
    }
    look()
  })
}

const half = (answers: Answers, parity: number): Answers =>
  Object.fromEntries(Object.entries(answers).filter((_, index) => index % 2 === parity))

/** Every way in which a page holds choices when its scripts take over. Each ends with the comparison. */
export const waysToWake: Readonly<Record<string, (page: Page, answers: Answers) => Promise<void>>> = {
  'what the tab remembers': async (page, answers) => {
    await remember(page, answers)
    await compare(page)
  },
  'changed nothing after the comparison': async (page, answers) => {
    await compareRememberedAnswers(page, answers)
    await page.goto(`${pathTo('change', 'fr')}#check`)
    await awake(page)
    await askForComparison(page, 'fr')
  },
  'changed nothing, in a tab that remembers nothing': async (page, answers) => {
    await compareRememberedAnswers(page, answers)
    await page.evaluate(() => sessionStorage.clear())
    await page.goto(`${pathTo('change', 'fr')}#check`)
    await awake(page)
    await askForComparison(page, 'fr')
  },
  'chosen before the scripts': async (page, answers) => {
    await beforeScripts(page, answers, async () => {})
    await compare(page)
  },
  'half remembered, half chosen before the scripts': async (page, answers) => {
    await remember(page, half(answers, 0))
    await beforeScripts(page, half(answers, 1), async () => {})
    await compare(page)
  },
  'half remembered, half chosen while the scripts take over': async (page, answers) => {
    await remember(page, half(answers, 0))
    const release = await holdScripts(page)
    await page.goto(pathTo('questionnaire', 'fr'), { waitUntil: 'commit' })
    await expect(page.locator('input[name="humanSupport"]')).toHaveCount(6)
    const ticked = page.evaluate(tickDuringTakeOver, draftOf(half(answers, 1)))
    release()
    await ticked
    await awake(page)
    await compare(page)
  },
  'ticks that the browser restores': async (page, answers) => {
    await beforeScripts(page, answers, async () => {
      await page.goto(pathTo('help', 'fr'), { waitUntil: 'commit' })
      // The browser cannot go back from a page that is not there yet.
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.goBack({ waitUntil: 'commit' })
      await expect(page.locator('input[name="humanSupport"]')).toHaveCount(6)
    })
    await compare(page)
  },
  'a form refused without scripts': async (page, answers) => {
    await beforeScripts(page, answers, async () => {
      // One answer that the site does not know gets the form refused; the others are to come back.
      await page.evaluate(() => {
        const form = document.querySelector<HTMLFormElement>('form.questionnaire')
        const unknown = Object.assign(document.createElement('input'), { name: 'unknown', value: 'unknown' })
        form?.append(unknown)
        form?.submit()
      })
      await expect(page.locator('.problem-summary')).toContainText('unknown')
    })
    await compare(page)
  },
  'a reload': async (page, answers) => {
    await remember(page, half(answers, 0))
    await openQuestionnaire(page, 'fr')
    await tick(page, half(answers, 1))
    await page.reload()
    await awake(page)
    await compare(page)
  },
  'another language, there and back': async (page, answers) => {
    await remember(page, answers)
    await openQuestionnaire(page, 'fr')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await awake(page)
    await page.getByRole('link', { name: 'Français' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
    await awake(page)
    await compare(page)
  },
  'Back from the results': async (page, answers) => {
    await compareRememberedAnswers(page, answers)
    await page.goBack()
    await awake(page)
    await compareButton(page, 'fr').click()
    await expect(page).toHaveURL(new RegExp(`${pathTo('results', 'fr')}$`))
  },
}
