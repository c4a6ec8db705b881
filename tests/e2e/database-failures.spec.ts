import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '@/lib/db/engine/client'
import { figureRow, figureRows, rowCount, unfoldAll } from '../support/e2e/figures'
import { compareRemembered, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, test as base } from '../support/e2e/test'
import { startSite, type RunningSite } from '../support/running-site'

interface OwnSite {
  readonly ownSite: RunningSite
  readonly file: string
}

/** These tests break the database of their site, and so each has a site of its own. */
const test = base.extend<OwnSite>({
  ownSite: async ({}, use) => {
    const site = await startSite()
    await use(site)
    await site.stop()
  },
  baseURL: async ({ ownSite }, use) => use(ownSite.url),
  file: async ({ ownSite }, use) => use(path.join(ownSite.dataDir, 'miroir.db')),
  expectedNoise: /503/,
})

async function expectSaid(page: Page, reason: string): Promise<void> {
  const response = await page.goto('/fr/resultats')
  expect(response?.status()).toBe(503)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'errors.databaseTitle'))
  await expect(page.getByText(say('fr', `errors.${reason}`))).toBeVisible()
  await expect(page.getByText(say('fr', 'errors.databaseKept'))).toBeVisible()
  await expectAccessible(page)
}

test('a database that is gone is said to be, is logged, and is used again when it is back', async ({
  page,
  file,
  ownSite,
}) => {
  await compareRemembered(page, 'fr', { ageBand: 'under35' })
  renameSync(file, `${file}-away`)
  await expectSaid(page, 'missing')
  expect(ownSite.output()).toMatch(/"failure":"missing".*national figures cannot be read/)
  expect(ownSite.output()).not.toMatch(/under35/)
  renameSync(`${file}-away`, file)
  await page.getByRole('link', { name: say('fr', 'errors.retry') }).click()
  await expect(figureRows(page)).toHaveCount(rowCount)
})

test('without the database the first page leads on, and the figures say what is the matter', async ({
  page,
  file,
}) => {
  await page.goto('/fr/chiffres')
  await expect(figureRows(page)).toHaveCount(rowCount)
  renameSync(file, `${file}-away`)
  // Pages that are kept are kept for a few seconds more.
  await expect(async () => {
    const response = await page.goto('/fr/chiffres')
    expect(response?.status()).toBe(503)
  }).toPass()
  await expect(page.getByText(say('fr', 'errors.missing'))).toBeVisible()
  await expect(page.getByText(say('fr', 'errors.databaseKept'))).toHaveCount(0)
  await expectAccessible(page)

  await page.goto('/fr')
  await expect(page.getByRole('link', { name: say('fr', 'home.start') })).toBeVisible()
  await expect(page.locator('.taste')).toHaveCount(0)

  renameSync(`${file}-away`, file)
  await expect(async () => {
    await page.goto('/fr')
    await expect(page.locator('.taste')).toContainText(/48\s%/, { timeout: 1000 })
  }).toPass()
})

test('the page of an edition is read once for its title and itself', async ({ page, file, ownSite }) => {
  renameSync(file, `${file}-away`)
  const response = await page.goto('/fr/participants/1')
  expect(response?.status()).toBe(503)
  await expect(page).toHaveTitle(new RegExp(say('fr', 'errors.databaseTitle')))
  expect(ownSite.output().match(/the editions cannot be read/g)).toHaveLength(1)
})

test('a database that is older than the code is said to be', async ({ page, file }) => {
  await compareRemembered(page, 'fr', { ageBand: 'under35' })
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) =>
    client.$executeRawUnsafe('ALTER TABLE wave RENAME TO wave_of_long_ago'),
  )
  await database.close()
  await expectSaid(page, 'outdated')
})

test('a file that is no database is said to be unreadable', async ({ page, file }) => {
  await compareRemembered(page, 'fr', { ageBand: 'under35' })
  // What SQLite has not yet moved from its log into the file would still answer.
  for (const part of ['', '-wal', '-shm']) renameSync(`${file}${part}`, `${file}${part}-away`)
  writeFileSync(file, 'this is no database'.repeat(1000))
  await expectSaid(page, 'unreadable')
})

test('a disputed figure is said to be wherever it stands, and landmarks are as many as there are', async ({
  page,
  file,
}) => {
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => {
    await client.figure.updateMany({
      where: { indicator: 'risk.dataTheft' },
      data: { sharePercent: 12.5, status: 'disputed' },
    })
    await client.figure.deleteMany({ where: { indicator: 'usage.any' } })
    await client.wave.updateMany({ data: { figuresRevision: { increment: 1 } } })
  })
  await database.close()
  await compareRemembered(page, 'fr', { 'risk.dataTheft': 'high' })
  await expect(page.locator('.landmarks')).toContainText('données (chiffre contesté).')
  await expect(page.getByRole('heading', { name: '3 repères' })).toBeAttached()
  await unfoldAll(page)
  await expect(figureRow(page, 'risk.dataTheft/french')).toHaveText(/12,5\s%\s*chiffre contesté/)
  // Pages that are kept are made anew after some seconds.
  await expect(async () => {
    await page.goto('/fr/chiffres')
    const citation = page.locator('#cite-risk-dataTheft')
    await expect(citation).toContainText('(chiffre contesté)', { timeout: 1000 })
  }).toPass()
})

test('a figure is never without its qualifier, and a disputed one is in no picture', async ({
  page,
  file,
}) => {
  const database = openDatabase(`file:${file}`)
  const where = { indicator: 'trust.socialNetworks' }
  const picture = async () => (await page.request.get('/api/share-picture?locale=fr')).body()
  const whole = await picture()
  const change = async (work: Parameters<typeof database.run>[0]) => {
    await database.run(work)
    await database.run(async (client) =>
      client.wave.updateMany({ data: { figuresRevision: { increment: 1 } } }),
    )
  }
  await change(async (client) => client.figure.updateMany({ where, data: { status: 'disputed' } }))
  const disputed = await picture()
  await change(async (client) => client.figure.deleteMany({ where }))
  expect(disputed.equals(await picture())).toBe(true)
  expect(disputed.equals(whole)).toBe(false)

  const restated = { indicator: 'expectation.fearMisinformationOrLeak' }
  await change(async (client) => client.figure.updateMany({ where: restated, data: { qualifier: 'about' } }))
  await database.close()
  await compareRemembered(page, 'fr', { 'risk.dataTheft': 'high' })
  await unfoldAll(page)
  await expect(page.locator('#theme-risks')).toContainText(/le résume ainsi\s: environ 86/)
})

test('figures that change in the database are on the next page', async ({ page, file }) => {
  await compareRemembered(page, 'fr', { 'trust.socialNetworks': 'ratherYes' })
  const share = figureRow(page, 'trust.socialNetworks/french').locator('> b')
  await expect(share).toHaveText(/^14\s%$/)
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => {
    await client.figure.updateMany({
      where: { indicator: 'trust.socialNetworks' },
      data: { sharePercent: 15 },
    })
    await client.wave.updateMany({ data: { figuresRevision: { increment: 1 } } })
  })
  await database.close()
  await page.reload()
  await expect(share).toHaveText(/^15\s%$/)
})
