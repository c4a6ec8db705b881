import type { Page } from '@playwright/test'
import { openDatabase } from '@/lib/db/engine/client'
import { adminPath } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import { comeIn, expectTitle, firstLink, press } from '../support/e2e/admin'
import { makeUp } from '../support/e2e/make-up'
import { test } from '../support/e2e/own-site'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'
import type { RunningSite } from '../support/running-site'

test.describe.configure({ timeout: 180_000 })

const parts = ['responses', 'ages', 'answered', 'beside'] as const

/** Opens the dashboard of a site with so many made-up responses, as its owner. */
async function openWith(page: Page, site: RunningSite, file: string, count: number, hasScripts = true) {
  await makeUp(file, count)
  await comeIn(page, await firstLink(site, 'owner@example.org'), hasScripts)
}

async function expectNoSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

const openTables = async (page: Page) => {
  for (const summary of await page.locator('.dashboard summary').all()) await summary.click()
}

const weeksShown = (page: Page) => page.locator('[data-fact="weeks"] dd')

test('nobody, then too few, then many, in both languages', async ({ page, ownSite, file }) => {
  await comeIn(page, await firstLink(ownSite, 'owner@example.org'))
  const expectInBoth = async (look: (locale: Locale) => Promise<void>) => {
    for (const locale of ['fr', 'en'] as const) {
      await page.goto(adminPath('dashboard', locale))
      await expectTitle(page, locale, 'dashboard')
      await expect(page).toHaveTitle(new RegExp(say(locale, 'admin.titles.dashboard')))
      await look(locale)
      await expectAccessible(page)
      await expectNoSideways(page)
    }
  }
  await page.setViewportSize({ width: 360, height: 780 })
  await expectInBoth(async (locale) => {
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
      say(locale, 'admin.dashboard.empty.title'),
    )
    await expect(page.locator('.nothing-to-show a')).toHaveAttribute('href', `/${locale}/questionnaire`)
  })

  await makeUp(file, 49)
  await expectInBoth(async (locale) => {
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
      say(locale, 'admin.dashboard.few.title'),
    )
    await expect(page.locator('.nothing-to-show')).toContainText('50')
    await expect(page.locator('.nothing-to-show')).not.toContainText(/4[59]/)
  })

  await makeUp(file, 2000)
  await expectInBoth(async (locale) => {
    await expect(page.locator('[data-fact="participants"]')).toContainText(/2[,\s]000|1[,\s]995/)
    await expect(page.getByText(say(locale, 'participants.demo'))).toBeVisible()
    for (const part of parts) {
      await expect(page.locator(`#${part} h2`)).toHaveText(say(locale, `admin.dashboard.${part}.title`))
      await expect(page.locator(`#${part} > p`)).toContainText(
        say(locale, 'admin.dashboard.notRepresentative'),
      )
    }
    await openTables(page)
  })
})

test('tables hold the numbers of the pictures', async ({ page, ownSite, file }) => {
  await openWith(page, ownSite, file, 150)
  for (const part of ['ages', 'answered'] as const) {
    const drawn = await page.locator(`#${part} .count-number`).allTextContents()
    expect(drawn.length).toBeGreaterThan(2)
    await expect(page.locator(`#${part} td`)).toHaveText(drawn)
  }
  const drawn = await page.locator('.pair').evaluateAll((pairs) =>
    pairs.map((pair) => ({
      national: pair.querySelector('.pair-national strong')?.textContent,
      participants: pair.querySelector('.pair-participants')?.textContent ?? '',
    })),
  )
  const rows = await page
    .locator('#beside tr:has([scope="row"])')
    .evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
    )
  expect(drawn.length).toBe(rows.length)
  expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([2, 4]))
  for (const [index, [national, ...participants]] of rows.entries()) {
    expect(national).toContain(drawn[index]?.national ?? 'a number')
    const plain = (words = '') => words.replaceAll(/\s/g, ' ')
    for (const cell of participants) expect(plain(drawn[index]?.participants)).toContain(plain(cell))
  }
})

for (const hasScripts of [true, false]) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('weeks are chosen in a form, stand in the address, and keep when the language changes', async ({
      page,
      ownSite,
      file,
    }) => {
      await openWith(page, ownSite, file, 2000, hasScripts)
      const all = await weeksShown(page).textContent()
      const options = page.locator('#filter-from option')
      const blockCount = await options.count()
      expect(blockCount).toBeGreaterThan(3)
      const from = (await options.nth(1).getAttribute('value')) ?? ''
      const to = (await page.locator('#filter-to option').nth(2).getAttribute('value')) ?? ''
      await page.locator('#filter-from').selectOption(from)
      await page.locator('#filter-to').selectOption(to)
      await press(page, 'fr', 'admin.dashboard.filter.submit')
      await expect(page).toHaveURL(new RegExp(`/fr/admin\\?from=${from}&to=${to}$`))
      await expect(weeksShown(page)).not.toHaveText(all ?? '')
      await expect(page.locator('#responses tbody tr')).toHaveCount(2)
      await expect(page.locator('#filter-from')).toHaveValue(from)
      await expect(page.locator('#filter-to')).toHaveValue(to)
      await expect(page.locator('#filter-from option')).toHaveCount(blockCount)

      await page.getByRole('link', { name: 'English' }).click()
      await expect(page).toHaveURL(new RegExp(`/en/admin\\?from=${from}&to=${to}$`))
      await expect(page.locator('#responses tbody tr')).toHaveCount(2)
      await page.getByRole('link', { name: say('en', 'admin.dashboard.filter.reset') }).click()
      await expect(page).toHaveURL(/\/en\/admin$/)
      await expect(page.locator('#responses tbody tr')).toHaveCount(blockCount)

      await page.locator('#ages summary').click()
      await expect(page.locator('#ages table')).toBeVisible()
    })
  })
}

test('a viewer sees it, and reaches the form and the tables with the keyboard', async ({
  page,
  browser,
  baseURL,
  ownSite,
  file,
}) => {
  await openWith(page, ownSite, file, 2000)
  await page.goto(adminPath('accounts', 'en'))
  await page.locator('#invite-email').fill('viewer@example.org')
  await page.locator('#invite-role').selectOption('viewer')
  await press(page, 'en', 'admin.accounts.invite')
  const link = (await page.locator('.shown-once code').textContent()) ?? ''
  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  const viewer = await context.newPage()
  await comeIn(viewer, link)
  await expect(viewer.locator('.dashboard-section')).toHaveCount(parts.length)

  const focused = viewer.locator(':focus')
  await viewer.locator('#filter-from').focus()
  for (const next of ['#filter-to', '.dashboard-filter button']) {
    await viewer.keyboard.press('Tab')
    await expect(viewer.locator(next)).toBeFocused()
  }
  for (const part of parts) {
    await viewer.keyboard.press('Tab')
    await expect(focused).toHaveAttribute('href', `#${part}`)
  }
  for (const part of parts) {
    await viewer.keyboard.press('Tab')
    await expect(viewer.locator(`#${part} summary`)).toBeFocused()
    await viewer.keyboard.press('Enter')
    await expect(viewer.locator(`#${part} table`).first()).toBeVisible()
  }
  await context.close()
})

test.describe('a database that has lost its figures', () => {
  test.use({ expectedNoise: /503/ })

  test('is said to be outdated, in the frame of the area', async ({ page, ownSite, file }) => {
    await comeIn(page, await firstLink(ownSite, 'owner@example.org'))
    const database = openDatabase(`file:${file}`)
    await database.run(async (client) =>
      client.$executeRawUnsafe('ALTER TABLE wave RENAME TO wave_of_long_ago'),
    )
    await database.close()
    const response = await page.goto(`${adminPath('dashboard', 'en')}?from=2026-W40`)
    expect(response?.status()).toBe(503)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      say('en', 'admin.dashboard.unavailableTitle'),
    )
    await expect(page.getByText(say('en', 'errors.outdated'))).toBeVisible()
    await expect(page.getByRole('link', { name: say('en', 'errors.retry') })).toHaveAttribute(
      'href',
      '/en/admin?from=2026-W40',
    )
    await expect(page.getByRole('navigation', { name: say('en', 'admin.pages') })).toBeVisible()
    await expectAccessible(page)
  })
})
