import { existsSync, statSync } from 'node:fs'
import { readFile, rm, truncate } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { projectWaveId } from '@/tests/support/project-wave'
import { isoWeekOf, addDays } from '@/lib/counts/iso-week'
import { adminPath, editionFileAddress } from '@/lib/i18n/admin-pages'
import { codeOf, expectTitle, press } from '../support/e2e/admin'
import { compareWith, contribute, withdraw } from '../support/e2e/contribution'
import { downloadLink, test } from '../support/e2e/editions'
import { afterStart, giveResponses, publish } from '../support/e2e/make-up'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'
import { youngUser } from '../support/golden/young-user.data'

// People come in with passwords that take their time.
test.describe.configure({ timeout: 240_000 })
test.use({ expectedNoise: /403/ })

const bundle = `miroir-${projectWaveId}-edition-demo-1`
const fileOf = (dataDir: string, id: string) => path.join(dataDir, 'editions', `${projectWaveId}-${id}.zip`)

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('an exporter sees the editions, and downloads the file of the last one', async ({
      page,
      context,
      people,
      exporter,
      makeEdition,
    }) => {
      await page.setViewportSize({ width: 360, height: 780 })
      await exporter.enter(context)
      await page.goto(adminPath('editions', locale))
      await expectTitle(page, locale, 'editions')
      await expect(page.locator('main')).toContainText(/100/)
      await expect(downloadLink(page)).toHaveCount(0)
      if (hasScripts) await expectAccessible(page)

      await makeEdition()
      await page.reload()
      await expect(page.getByText(say(locale, 'participants.demo')).first()).toBeVisible()
      await expect(page.getByText(say(locale, 'admin.editions.scheme.frozen'))).toBeVisible()
      await expect(page.locator('.editions-made > li')).toHaveCount(1)
      if (hasScripts) await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThan(1)

      const [download] = await Promise.all([page.waitForEvent('download'), downloadLink(page).click()])
      expect(download.suggestedFilename()).toBe(`${bundle}.zip`)
      const zip = await JSZip.loadAsync(await readFile(await download.path()))
      const csv = (await zip.file(`${bundle}/responses.csv`)?.async('string')) ?? ''
      const rows = parse<Record<string, string>>(csv, { columns: true })
      const shown = await page.locator('.editions-made [data-fact="records"] dd').textContent()
      expect(Math.abs(rows.length - Number(shown?.replaceAll(/\D/g, '')))).toBeLessThan(5)
      expect(Object.keys(zip.files).every((name) => name.startsWith(`${bundle}/`))).toBe(true)
      const entry = await people.database.run(async (client) =>
        client.auditEntry.findFirst({ where: { action: 'editionDownloaded' } }),
      )
      expect(entry).toMatchObject({ actor: exporter.id, subject: `${projectWaveId}/demo-1`, details: '{}' })
    })
  })
}

test('a file is given to a client that asks for it, and only then', async ({
  page,
  context,
  people,
  ownSite,
  exporter,
  makeEdition,
}) => {
  await makeEdition()
  await exporter.enter(context)
  const address = editionFileAddress('demo-1', 'en')
  const downloads = async () =>
    people.database.run(async (client) => client.auditEntry.count({ where: { action: 'editionDownloaded' } }))
  expect((await page.request.head(address)).status()).toBe(405)
  const early = await page.request.get(address, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })
  expect(early.status()).toBe(204)
  await page.goto(adminPath('editions', 'en'))
  await downloadLink(page).hover()
  await downloadLink(page).focus()
  await expect(downloadLink(page)).toBeFocused()
  expect(await downloads()).toBe(0)

  const given = await page.request.get(address)
  expect(given.headers()).toMatchObject({
    'content-type': 'application/zip',
    'content-length': String(statSync(fileOf(ownSite.dataDir, 'demo-1')).size),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect((await given.body()).equals(await readFile(fileOf(ownSite.dataDir, 'demo-1')))).toBe(true)
  expect(await downloads()).toBe(1)
})

test('a client that goes away in the middle harms nobody, and the next one gets everything', async ({
  ownSite,
  exporter,
  makeEdition,
}) => {
  await makeEdition()
  // More than the connection's buffers hold.
  const sizeBytes = 100_000_000
  await truncate(fileOf(ownSite.dataDir, 'demo-1'), sizeBytes)
  const take = async (signal?: AbortSignal) =>
    fetch(ownSite.url + editionFileAddress('demo-1', 'en'), {
      headers: { cookie: exporter.cookie() },
      ...(signal && { signal }),
    })
  for (let count = 1; count <= 8; count += 1) {
    const abort = new AbortController()
    const { body } = await take(abort.signal)
    expect((await body?.getReader().read())?.done).toBe(false)
    abort.abort()
  }
  expect((await (await take()).arrayBuffer()).byteLength).toBe(sizeBytes)
  expect(ownSite.output()).not.toContain('Exception')
})

test('a second factor of too long ago is asked for again, and leads back', async ({
  page,
  context,
  people,
  exporter,
  makeEdition,
}) => {
  await makeEdition()
  await exporter.enter(context)
  const secondFactorAt = new Date(Date.now() - 16 * 60_000)
  await people.database.run(async (client) => client.adminSession.updateMany({ data: { secondFactorAt } }))
  await page.goto(adminPath('editions', 'fr'))
  await expect(page.getByText(say('fr', 'admin.confirm.neededForEditions'))).toBeVisible()
  await downloadLink(page).click()
  await expectTitle(page, 'fr', 'confirm')
  await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(exporter.totpSecret, 1))
  await press(page, 'fr', 'admin.confirm.submit')
  await expectTitle(page, 'fr', 'editions')
  const [download] = await Promise.all([page.waitForEvent('download'), downloadLink(page).click()])
  expect(download.suggestedFilename()).toBe(`${bundle}.zip`)
})

test('a file that is not there is refused, with the reason', async ({
  page,
  context,
  people,
  ownSite,
  exporter,
  makeEdition,
}) => {
  await makeEdition()
  await exporter.enter(context)
  const expectRefused = async (id: string, reason: string) => {
    await page.goto(editionFileAddress(id, 'en'))
    await expectTitle(page, 'en', 'editions')
    await expect(page.locator('main [role="alert"]')).toHaveText(
      say('en', 'admin.editions.refused.title') + say('en', `admin.editions.refused.${reason}`),
    )
    await expectAccessible(page)
  }
  await expectRefused('99', 'unknown')
  // Another edition follows.
  await people.database.run(async (client) => {
    const first = await client.edition.findFirstOrThrow()
    await client.edition.create({ data: { ...first, id: 'demo-2', number: 2 } })
  })
  await expectRefused('demo-1', 'earlier')
  await expectRefused('demo-2', 'missing')
  await expect(page.getByText(say('en', 'admin.editions.file.missing'))).toBeVisible()
  await people.database.run(async (client) => client.edition.deleteMany({ where: { id: 'demo-2' } }))
  await rm(fileOf(ownSite.dataDir, 'demo-1'), { force: true })
  await expectRefused('demo-1', 'missing')
})

test('a response that is withdrawn removes the file, until the start of the next month', async ({
  page,
  browser,
  baseURL,
  file,
  people,
  ownSite,
  exporter,
}) => {
  await afterStart(ownSite)
  const person = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage()
  await compareWith(person, 'fr', youngUser.answers, true)
  const code = await contribute(person, 'fr')
  const week = isoWeekOf(addDays(new Date(), -14))
  await people.database.run(async (client) => client.response.updateMany({ data: { week } }))
  // Enough others are like this person in what somebody else may know.
  await giveResponses(file, 1000, week)
  expect(await publish(file, new Date())).toBe('1')
  const entered = await people.database.run(async (client) =>
    client.response.findFirstOrThrow({ where: { receiptHash: { not: null } } }),
  )
  expect(entered.hasEntered).toBe(true)
  expect(existsSync(fileOf(ownSite.dataDir, '1'))).toBe(true)
  await exporter.enter(page.context())
  await page.goto(adminPath('editions', 'fr'))
  await expect(downloadLink(page)).toBeVisible()

  await withdraw(person, 'fr', code)
  await expect(person.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'withdrawn.title'))
  await downloadLink(page).click()
  await expect(page.locator('main [role="alert"]')).toContainText(say('fr', 'admin.editions.refused.removed'))
  await expect(downloadLink(page)).toHaveCount(0)
  const nextMonth = new Date()
  nextMonth.setUTCMonth(nextMonth.getUTCMonth() + 1, 1)
  const words = nextMonth.toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
  await expect(page.locator('.edition-file .notice')).toContainText(words)
  await expectAccessible(page)
  // The site looks after its files each minute.
  await expect.poll(() => existsSync(fileOf(ownSite.dataDir, '1')), { timeout: 90_000 }).toBe(false)
  await person.context().close()
})
