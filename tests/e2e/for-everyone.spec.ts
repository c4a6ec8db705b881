import type { Page } from '@playwright/test'
import { figureRow, unfoldAll } from '../support/e2e/figures'
import { allHighest } from '../support/golden/all-highest.data'
import { youngUser } from '../support/golden/young-user.data'
import {
  choose,
  compareRemembered,
  continueTo,
  currentStep,
  eraseAll,
  openQuestionnaire,
  say,
} from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'

const pages = [
  '/fr',
  '/en/questionnaire',
  '/fr/methode',
  '/en/privacy',
  '/fr/accessibilite',
  '/fr/aide',
  '/fr/efface',
]

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.describe('on 320 pixels, as on a small phone or at 400 %', () => {
  test.use({ viewport: { width: 320, height: 256 } })

  test('nothing scrolls sideways, and every step can be used', async ({ page }) => {
    for (const path of pages) {
      await page.goto(path)
      expect([path, await overflow(page)]).toEqual([path, 0])
    }
    await compareRemembered(page, 'fr', youngUser.answers)
    expect(await overflow(page)).toBe(0)
    await openQuestionnaire(page, 'fr')
    await choose(page, 'ageBand', 'under35')
    await continueTo(page, 'fr', 'appointmentPlatforms')
    expect(await overflow(page)).toBe(0)
  })
})

test('everything that is pressed is at least 24 pixels high and wide, and choices and buttons 44', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await compareRemembered(page, 'fr', youngUser.answers)
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('a, button, summary, label.choice')]
        .filter(
          (element) =>
            element.checkVisibility() && !element.closest('p, .skip-link') && !element.matches('.skip-link'),
        )
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect()
          return width < 24 || height < 24
        })
        .map((element) => element.textContent),
    )
  expect(await small()).toEqual([])
  await openQuestionnaire(page, 'fr', '#teleconsultation')
  expect(await small()).toEqual([])
  const heights = await page
    .locator('.step:not([hidden]) .choice, .step:not([hidden]) .button')
    .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44)
})

test('what has the focus is never under what sticks', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openQuestionnaire(page, 'fr', '#teleconsultation')
  const hidden = async () =>
    page.evaluate(() => {
      const focus = document.activeElement
      const target = focus?.closest('.choice') ?? focus
      const box = target?.getBoundingClientRect()
      if (!target || !box || target === document.body) return null
      const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      return target.contains(seen) || seen?.contains(target) ? null : target.textContent
    })
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press(presses % 4 === 3 ? 'ArrowDown' : 'Tab')
    expect(await hidden()).toBeNull()
  }
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Shift+Tab')
    expect(await hidden()).toBeNull()
  }
})

test('those who listen hear each thing once: where they are, answers found again, and what is erased', async ({
  page,
}) => {
  await openQuestionnaire(page, 'fr')
  await choose(page, 'ageBand', 'under35')
  await continueTo(page, 'fr', 'appointmentPlatforms')
  const heading = currentStep(page).getByRole('heading', { level: 2 })
  await expect(heading).toBeFocused()
  await expect(heading).toHaveAccessibleName('Les plateformes de prise de rendez-vous')
  await expect(heading).toHaveAccessibleDescription('Étape 2 sur 13 au plus')
  await expect(page.getByRole('main').getByRole('region')).toHaveCount(0)
  await expect(page.getByRole('status')).toHaveCount(0)

  await page.getByRole('link', { name: 'English' }).click()
  const status = page.getByRole('status')
  await expect(status).toHaveText(say('en', 'questionnaire.restored'))
  await page.keyboard.press('Tab')
  await expect(status).toHaveCount(0)

  await eraseAll(page, 'en')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('links of another language say so, and every page has a language', async ({ page }) => {
  for (const path of pages) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', path.slice(1, 3))
    const other = path.startsWith('/fr') ? 'en' : 'fr'
    await expect(page.locator(`a[hreflang="${other}"]`)).toHaveAttribute('lang', other)
  }
})

test('headings are in order on every page', async ({ page }) => {
  const levels = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, h4')]
        .filter((heading) => heading.checkVisibility())
        .map((heading) => Number(heading.tagName[1])),
    )
  const expectOrder = async () => {
    const found = await levels()
    expect(found.filter((level) => level === 1)).toHaveLength(1)
    found.forEach((level, index) => expect(level - (found[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  }
  for (const path of pages) {
    await page.goto(path)
    await expectOrder()
  }
  await compareRemembered(page, 'fr', allHighest.answers)
  await expectOrder()
})

test.describe('with images off', () => {
  test('every figure is still said, in words', async ({ page }) => {
    await page.route(/\.(svg|png|ico)/, (route) => route.abort())
    await compareRemembered(page, 'en', allHighest.answers)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('svg { display: none !important }')
      document.adoptedStyleSheets.push(sheet)
    })
    await expect(page.locator('.landmarks')).toContainText(
      '48% of French people currently use a digital tool',
    )
    await unfoldAll(page)
    const row = figureRow(page, 'trust.teleconsultation/french')
    await expect(row).toHaveText(/^teleconsultation\s*30%\s*you too$/)
    await expect(page.locator('.trust-range')).toContainText('Between 0 and 14 people in 100')
  })
  test.use({ expectedNoise: /ERR_FAILED/ })
})

test.describe('exit and erase', () => {
  test.use({ expectedNoise: /another origin: https:\/\/fr\.wikipedia\.org/ })

  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
      test.use({ javaScriptEnabled })

      test('wipes the cookie and the tab, and leaves', async ({ page, context, baseURL }) => {
        await context.route('https://fr.wikipedia.org/', (route) => route.fulfill({ body: 'elsewhere' }))
        await page.goto('/fr/questionnaire')
        await choose(page, 'ageBand', 'under35')
        await context.addCookies([{ name: 'comparison', value: 'sealed', url: baseURL ?? '' }])
        await page.getByRole('button', { name: say('fr', 'layout.exit') }).click()
        await expect(page).toHaveURL('https://fr.wikipedia.org/')
        expect(await context.cookies()).toEqual([])
        await page.goBack()
        await expect(page.locator('input:checked')).toHaveCount(javaScriptEnabled ? 0 : 1)
      })
    })
  }
})

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' })

  test('keep the choice that was made and the pictures visible', async ({ page }) => {
    await compareRemembered(page, 'fr', youngUser.answers)
    const filled = await page.locator('#dot-own circle').evaluate((dot) => getComputedStyle(dot).fill)
    const paper = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    expect(filled).not.toBe(paper)
    await openQuestionnaire(page, 'fr', '#age')
    await expect(currentStep(page).locator('.choice:has(input:checked)')).toHaveCSS('outline-style', 'solid')
  })
})
