import type { Page } from '@playwright/test'
import { expectAwake } from '../support/e2e/awake'
import { compareRemembered, openQuestionnaire, say } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'
import { allHighest } from '../support/golden/all-highest.data'

const upright = { width: 375, height: 667 }
const sideways = { width: 667, height: 375 }

test.use({ viewport: upright })

const exit = (page: Page) => page.getByRole('button', { name: say('fr', 'layout.exit') })

/** Turns the phone, once what was scrolled has been drawn. */
async function turn(page: Page, to: typeof upright): Promise<void> {
  await page.evaluate(
    async () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  await page.setViewportSize(to)
}

async function expectWayOut(page: Page): Promise<void> {
  await expect(exit(page)).toBeInViewport({ ratio: 1 })
  const box = await exit(page).boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
}

test('the way out stays in sight, and the reader where they were', async ({ page }) => {
  await compareRemembered(page, 'fr', allHighest.answers)
  const read = page.locator('#theme-trust summary').first()
  await expectAwake(page)
  await read.evaluate((heading) => heading.scrollIntoView({ block: 'center' }))
  await expectWayOut(page)
  await turn(page, sideways)
  await expect(read).toBeInViewport()
  await expectWayOut(page)
  await page.mouse.wheel(0, 400)
  await expectWayOut(page)
  await turn(page, upright)
  await expectWayOut(page)
})

test('a step of the questionnaire too', async ({ page }) => {
  await openQuestionnaire(page, 'fr', '#teleconsultation')
  const question = page.locator('[id="question-effectiveness.teleconsultation"] legend')
  await question.scrollIntoViewIfNeeded()
  await turn(page, sideways)
  await expect(question).toBeInViewport()
  await expectWayOut(page)
})
