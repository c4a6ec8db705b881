import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { projectWaveId } from '@/tests/support/project-wave'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase } from '@/lib/db/engine/client'
import { adminPath } from '@/lib/i18n/admin-pages'
import { locales } from '@/lib/i18n/locales'
import { expectTitle } from '../support/e2e/admin'
import { test } from '../support/e2e/editions'
import { addResponses, afterStart, publish } from '../support/e2e/make-up'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

// People come in with passwords that take their time.
test.describe.configure({ timeout: 240_000 })

const fact = (page: Page, name: string) => page.locator(`[data-fact="${name}"] dd`).first()

async function expectNoSideways(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

test('nobody, then an edition, in both languages', async ({ page, context, owner, makeEdition }) => {
  await owner.enter(context)
  await page.setViewportSize({ width: 360, height: 780 })
  for (const locale of locales) {
    await page.goto(adminPath('dashboard', locale))
    await expectTitle(page, locale, 'dashboard')
    await expect(page).toHaveTitle(new RegExp(say(locale, 'admin.titles.dashboard')))
    await expect(page.getByText(say(locale, 'admin.dashboard.published.none'))).toBeVisible()
    await expect(page.getByText(say(locale, 'participants.demo'))).toHaveCount(0)
    await expect(fact(page, 'lastEdition')).toHaveText(say(locale, 'admin.dashboard.state.noEdition'))
    await expect(fact(page, 'withdrawn')).toHaveCount(0)
    await expect(page.getByText(say(locale, 'admin.dashboard.weeks.none'))).toBeVisible()
    await expect(page.locator('main a[href$="/questionnaire"]')).toHaveAttribute(
      'href',
      `/${locale}/questionnaire`,
    )
    await expectAccessible(page)
    await expectNoSideways(page)
  }

  await makeEdition()
  for (const locale of locales) {
    await page.goto(adminPath('dashboard', locale))
    await expect(page.getByText(say(locale, 'participants.demo')).first()).toBeVisible()
    await expect(fact(page, 'lastEdition')).toContainText('demo-1')
    await expect(fact(page, 'withdrawn')).toContainText(/Aucune|None/)
    await expect(page.getByRole('heading', { name: say(locale, 'participants.answers') })).toBeVisible()
    const bars = page.locator('.week-bars > svg .bar')
    // Made-up responses are of half a year, the running week included.
    await expect(bars).toHaveCount(25)
    await expect(page.locator('.week-bars > svg .not-counted')).toHaveCount(1)
    await page.getByText(say(locale, 'admin.dashboard.weeks.table')).click()
    const cells = page.locator('.week-table td')
    await expect(cells).toHaveCount(26)
    await expect(cells.first()).toHaveText(say(locale, 'admin.dashboard.weeks.notCounted'))
    const counts = (await cells.allTextContents()).slice(1).map(Number)
    for (const count of counts) expect(count % 5).toBe(0)
    expect(Math.abs(counts.reduce((sum, count) => sum + count) - 385)).toBeLessThan(75)
    await expectAccessible(page)
    await expectNoSideways(page)
  }
})

test('nothing is told of what came since the edition', async ({
  page,
  context,
  owner,
  file,
  makeEdition,
}) => {
  await makeEdition()
  await owner.enter(context)
  await page.goto(adminPath('dashboard', 'en'))
  const before = await page.locator('main').innerHTML()
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => {
    const some = await client.response.findMany({ take: 200 })
    const copies = some.map((row) => ({ ...row, id: randomUUID(), hasEntered: false }))
    await client.response.createMany({ data: copies })
  })
  await database.close()
  await page.reload()
  await expect(page.locator('.week-table')).toBeAttached()
  expect(await page.locator('main').innerHTML()).toBe(before)
})

test('real responses end the demonstration once the daily work has counted them', async ({
  page,
  context,
  owner,
  file,
  makeEdition,
}) => {
  await makeEdition()
  await addResponses(file, 1, { ageBand: 'under35' })
  expect(await publish(file, new Date())).toBeNull()
  await owner.enter(context)
  await page.goto(adminPath('dashboard', 'en'))
  await expect(fact(page, 'lastEdition')).toHaveText(say('en', 'admin.dashboard.state.noEdition'))
  // The edition below is still of made-up ones, and says so.
  await expect(page.getByText(say('en', 'participants.demo'))).toHaveCount(1)
})

test('daily work that fails or is late is told', async ({ page, context, people, owner, ownSite }) => {
  await afterStart(ownSite)
  await owner.enter(context)
  await page.goto(adminPath('dashboard', 'en'))
  await expect(page.locator('main .problem')).toHaveCount(0)
  const { database, auditKey } = people
  const failed = {
    actor: 'system',
    action: 'editionFailed',
    subject: projectWaveId,
    outcome: 'failed',
    details: {},
  } as const
  await appendAudit(database, auditKey, failed, new Date())
  await page.reload()
  await expect(page.locator('main .problem')).toContainText(/Publishing failed/)
  const purged = {
    actor: 'system',
    action: 'purged',
    subject: null,
    outcome: 'succeeded',
    details: { receiptsErased: 0, responsesDeleted: 0 },
  } as const
  await appendAudit(database, auditKey, purged, new Date(Date.now() - 3 * 86_400_000))
  await page.reload()
  await expect(page.locator('main .problem')).toHaveText(say('en', 'admin.dashboard.state.overdue'))
})

test('a viewer sees it, and reaches the table with the keyboard', async ({
  page,
  context,
  people,
  owner,
  makeEdition,
}) => {
  await makeEdition()
  await (await people.invite(owner, 'viewer')).enter(context)
  await page.goto(adminPath('dashboard', 'fr'))
  await expect(page.getByRole('link', { name: say('fr', 'admin.titles.editions') })).toHaveCount(0)
  await page.locator('.dashboard-part summary').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.week-table')).toBeVisible()
})

test.describe('a database that has lost its figures', () => {
  test.use({ expectedNoise: /503/ })

  test('is said to be outdated, in the frame of the area', async ({ page, context, owner, file }) => {
    await owner.enter(context)
    const database = openDatabase(`file:${file}`)
    await database.run(async (client) =>
      client.$executeRawUnsafe('ALTER TABLE wave RENAME TO wave_of_long_ago'),
    )
    await database.close()
    const response = await page.goto(adminPath('dashboard', 'en'))
    expect(response?.status()).toBe(503)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      say('en', 'admin.dashboard.unavailableTitle'),
    )
    await expect(page.getByText(say('en', 'errors.outdated'))).toBeVisible()
    await expect(page.getByRole('link', { name: say('en', 'errors.retry') })).toHaveAttribute(
      'href',
      '/en/admin',
    )
    await expect(page.getByRole('navigation', { name: say('en', 'admin.pages') })).toBeVisible()
    await expectAccessible(page)
  })
})
