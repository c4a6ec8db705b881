import type { Page } from '@playwright/test'
import { pathTo } from '@/lib/i18n/routes'
import { keepingPages } from '../support/browser'
import { compareWith, contribute, openTakePart, shownReceipt, withdraw } from '../support/e2e/contribution'
import {
  choose,
  compareRemembered,
  continueTo,
  eraseAll,
  openQuestionnaire,
  remember,
  say,
  untilForgotten,
} from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'

const answers = { ageBand: 'under35', 'usage.teleconsultation': 'regular' } as const

// The test browser switches off what brings pages back as they were left; people have it.
test.use({ launchOptions: keepingPages() })

/** Goes back. A page that comes from the browser's memory is not loaded. */
const goBack = async (page: Page) => page.goBack({ waitUntil: 'commit' })

/** Goes back, and waits until the page says that there is nothing to compare, and shows no answer. */
async function expectNothingOnBack(page: Page): Promise<void> {
  await goBack(page)
  await expect(
    page.getByRole('heading', { level: 1, name: say('fr', 'results.withoutAnswers.none.title') }),
  ).toBeVisible()
  await expect(page.locator('[data-figure]')).toHaveCount(0)
}

test('the browser brings pages back as they were left: the tests of this file would see it', async ({
  page,
}) => {
  // A browser may also drop a page that it keeps, where memory is short: that it brings one back at all is what counts.
  await expect(async () => {
    await page.goto(pathTo('help', 'fr'))
    await page.evaluate(() => Object.assign(globalThis, { mark: 'left' }))
    await page.goto(pathTo('method', 'fr'))
    await goBack(page)
    expect(await page.evaluate(() => Reflect.get(globalThis, 'mark') as unknown)).toBe('left')
  }).toPass()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('Back after everything was erased shows no comparison', async ({ page }) => {
      await compareWith(page, 'fr', answers, javaScriptEnabled)
      await expect(page.locator('[data-figure]').first()).toBeVisible()
      await eraseAll(page, 'fr')
      await expectNothingOnBack(page)
    })

    test('after a withdrawal, Back shows no code and no receipt', async ({ page }) => {
      await compareWith(page, 'fr', answers, javaScriptEnabled)
      const code = await contribute(page, 'fr')
      await untilForgotten(page, async () => withdraw(page, 'fr', code))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'withdrawn.title'))
      await goBack(page)
      await expect(page.getByRole('textbox', { name: say('fr', 'withdrawal.label') })).toHaveValue('')
      await goBack(page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'receipt.noneTitle'))
    })
  })
}

test.describe('the way out', () => {
  test.use({ expectedNoise: /another origin: https:\/\/fr\.wikipedia\.org/ })

  test('Back after it shows no comparison, no answers and no code', async ({ page, context }) => {
    await context.route('https://fr.wikipedia.org/', (route) => route.fulfill({ body: 'elsewhere' }))
    await compareRemembered(page, 'fr', answers)
    await contribute(page, 'fr')
    await page.getByRole('button', { name: say('fr', 'layout.exit') }).click()
    await expect(page).toHaveURL('https://fr.wikipedia.org/')
    await goBack(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'receipt.noneTitle'))
    await goBack(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      say('fr', 'results.withoutAnswers.none.title'),
    )
    await goBack(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      say('fr', 'results.withoutAnswers.none.title'),
    )
    await goBack(page)
    await expect(page.locator('form[data-awake]')).toBeVisible()
    await expect(page.locator('input:checked')).toHaveCount(0)
  })

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('Back after it shows no comparison', async ({ page, context }) => {
      await context.route('https://fr.wikipedia.org/', (route) => route.fulfill({ body: 'elsewhere' }))
      await compareWith(page, 'fr', answers, false)
      await page.getByRole('button', { name: say('fr', 'layout.exit') }).click()
      await expect(page).toHaveURL('https://fr.wikipedia.org/')
      await expectNothingOnBack(page)
    })
  })
})

test('a questionnaire that nobody erased comes back as it was left', async ({ page }) => {
  await openQuestionnaire(page, 'fr')
  await choose(page, 'ageBand', 'under35')
  await page.evaluate(() => Object.assign(globalThis, { mark: 'left' }))
  await page.goto(pathTo('help', 'fr'))
  await goBack(page)
  await expect(page.locator('input[name="ageBand"][value="under35"]')).toBeChecked()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(globalThis, 'mark') as unknown)).toBe('left')
})

test('erasing in one tab erases the others: what they show, and what they remember', async ({
  page,
  context,
}) => {
  const [results, questionnaire, help, form] = [
    page,
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ]
  await remember(help, { ageBand: 'from35' })
  await help.goto(pathTo('help', 'fr'))
  await openQuestionnaire(questionnaire, 'fr')
  await choose(questionnaire, 'ageBand', 'under35')
  await continueTo(questionnaire, 'fr', 'appointmentPlatforms')
  await compareRemembered(results, 'fr', answers)
  await openTakePart(form, 'fr')

  const erasing = await context.newPage()
  await erasing.goto(pathTo('results', 'fr'))
  await eraseAll(erasing, 'fr')
  for (const tab of [results, form]) {
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(
      say('fr', 'results.withoutAnswers.none.title'),
    )
  }
  await expect(questionnaire.locator('input:checked')).toHaveCount(0)
  await openQuestionnaire(help, 'fr')
  await expect(help.locator('input:checked')).toHaveCount(0)
})

test('the first page no longer leads back to answers that were erased: in another tab, and before Back', async ({
  page,
  context,
}) => {
  await remember(page, { ageBand: 'under35' })
  await page.goto('/fr')
  const way = (to: Page, key: string) => to.getByRole('main').getByRole('link', { name: say('fr', key) })
  await expect(way(page, 'home.resume')).toBeVisible()
  const other = await context.newPage()
  await other.goto('/fr/confidentialite')
  await eraseAll(other, 'fr')
  await expect(way(page, 'home.start')).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)

  await remember(page, { ageBand: 'under35' })
  await page.goto('/fr')
  await expect(way(page, 'home.resume')).toBeVisible()
  await page.goto('/fr/confidentialite')
  await eraseAll(page, 'fr')
  while (new URL(page.url()).pathname !== '/fr') {
    await goBack(page)
    // The browser changes pages behind this: the next step back asks the one that is there by then.
    await expect(page.getByRole('main')).toBeVisible()
  }
  await expect(way(page, 'home.start')).toBeVisible()
})

test('a withdrawal in one tab is seen in the others', async ({ page, context }) => {
  await compareRemembered(page, 'fr', answers)
  const code = await contribute(page, 'fr')
  const withdrawing = await context.newPage()
  await withdraw(withdrawing, 'fr', code)
  await expect(withdrawing.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'withdrawn.title'))
  await expect(shownReceipt(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'receipt.noneTitle'))
})
