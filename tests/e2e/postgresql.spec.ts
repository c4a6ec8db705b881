import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '@/lib/db/engine/client'
import { pathTo } from '@/lib/i18n/routes'
import { chosenOptions } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { allHighest } from '../support/golden/all-highest.data'
import { figureRows, rowCount, sideOf } from '../support/e2e/figures'
import { contribute, openTakePart, withdraw } from '../support/e2e/contribution'
import { answerUntilCheck, choose, compareButton, eraseAll, say } from '../support/e2e/questionnaire'
import { expect, test as base } from '../support/e2e/test'
import { nameOperator } from '../support/named-operator'
import { startSite } from '../support/running-site'
import {
  createDatabase,
  dropDatabase,
  newDatabaseUrl,
  openTestServer,
  type TestServer,
} from '../support/test-server'

/** The journey again, on a site that keeps its database on a PostgreSQL server. */
const test = base.extend<object, { readonly postgresql: TestServer }>({
  postgresql: [
    async ({}, use) => {
      const server = await openTestServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ postgresql }, use) => {
      const databaseUrl = newDatabaseUrl(postgresql.url)
      await createDatabase(postgresql.url, databaseUrl)
      const site = await startSite({ DATABASE_URL: databaseUrl, MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0' })
      const database = openDatabase(databaseUrl)
      await nameOperator(database)
      await database.close()
      await use(site)
      await site.stop()
      await dropDatabase(postgresql.url, databaseUrl)
    },
    { scope: 'worker' },
  ],
})

async function goFromHome(page: Page): Promise<void> {
  await page.goto('/fr')
  await page.getByRole('link', { name: say('fr', 'home.start') }).click()
}

async function expectTheRest(page: Page): Promise<void> {
  await compareButton(page, 'fr').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'results.title'))
  await expect(figureRows(page)).toHaveCount(rowCount)
  await expect(sideOf(page, 'risk.dependence/french')).toHaveText(say('fr', 'results.side.also'))
  await expect(page.locator('[data-figure="trust.teleconsultation/french"]')).toContainText('30')

  const code = await contribute(page, 'fr')
  await withdraw(page, 'fr', code)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'withdrawn.title'))
  await page.getByRole('link', { name: say('fr', 'withdrawn.results') }).click()
  await openTakePart(page, 'fr')

  await page.goto(pathTo('results', 'fr'))
  await eraseAll(page, 'fr')
}

test('the whole journey', async ({ page, context }) => {
  await goFromHome(page)
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await answerUntilCheck(page, 'fr', allHighest.answers)
  await expectTheRest(page)
  expect(await context.cookies()).toEqual([])
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the whole journey', async ({ page, context }) => {
    await goFromHome(page)
    for (const { id } of items) {
      for (const option of chosenOptions(allHighest.answers, id)) await choose(page, id, option)
    }
    await expectTheRest(page)
    expect(await context.cookies()).toEqual([])
  })
})

test('the site has migrated and filled the server’s database, made no file, and says nothing of its address', ({
  site,
  postgresql,
}) => {
  expect(site.output()).toMatch(/Database: applied \d{14}_init, .*\nFigures of wave 2025-12: 53\./)
  expect(existsSync(path.join(site.dataDir, 'miroir.db'))).toBe(false)
  expect(site.output()).not.toContain(new URL(postgresql.url).password)
})
