import { readFile, truncate } from 'node:fs/promises'
import path from 'node:path'
import { currentWaveId } from '@/lib/comparison/waves'
import { findRelease } from '@/lib/db/releases'
import { adminPath, releasePath } from '@/lib/i18n/admin-pages'
import { codeOf, expectTitle, press } from '../support/e2e/admin'
import { say } from '../support/e2e/questionnaire'
import { downloadLink, releaseField, test } from '../support/e2e/release-people'
import { bundleBytes } from '../support/e2e/releases'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /403|404|422|503/ })
// People come in with passwords that take their time.
test.describe.configure({ timeout: 180_000 })

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('a file is downloaded, which is recorded; then others are outdated', async ({
      page,
      people,
      maker,
      exporter,
    }) => {
      const id = await maker.begin()
      await maker.finish(id, undefined, true)
      const other = await maker.begin()
      await maker.finish(other)
      await page.goto(releasePath(id, locale))
      await expect(page.getByText(say(locale, 'export.about.demo'))).toBeVisible()
      await expect(page.getByText(say(locale, 'admin.release.download.first'))).toBeVisible()
      const [download] = await Promise.all([page.waitForEvent('download'), downloadLink(page).click()])
      expect(download.suggestedFilename()).toBe(`miroir-${currentWaveId}-${id}.zip`)
      expect((await readFile(await download.path())).equals(bundleBytes)).toBe(true)
      const entry = await people.database.run(async (client) =>
        client.auditEntry.findFirst({ where: { action: 'releaseDownloaded' } }),
      )
      expect(entry).toMatchObject({ actor: exporter.id, subject: id, details: '{"kind":"microdata"}' })
      const { deliveredAt } = (await findRelease(people.database, id)) ?? {}
      expect(deliveredAt).toBeInstanceOf(Date)

      await page.reload()
      await expect(page.locator('.release-file')).toContainText(/première fois|first time/)
      await page.goto(releasePath(other, locale))
      await expect(page.getByText(say(locale, 'admin.release.download.anotherDelivered'))).toBeVisible()
      await expect(downloadLink(page)).toHaveCount(0)
      if (hasScripts) await expectAccessible(page)
      await press(page, locale, 'admin.release.askAgain')
      await expect(page.getByRole('progressbar')).toBeVisible()

      await page.goto(adminPath('releases', locale))
      await expect(page.locator('.release-list > li')).toHaveCount(3)
      await expect(page.locator('.release-list')).toContainText(/téléchargé le|downloaded on/)
      await expect(page.locator('.release-list')).toContainText(
        say(locale, 'admin.release.files.anotherDelivered'),
      )
      await expect(page.locator('main')).toContainText(/Un export a déjà|One release has been/)
      if (hasScripts) await expectAccessible(page)
    })
  })
}

test('a file is given to a client that asks for it, and only then', async ({ page, people, maker }) => {
  const id = await maker.begin()
  await maker.finish(id)
  const address = `${releasePath(id, 'en')}/download`
  const isDelivered = async () => (await findRelease(people.database, id))?.deliveredAt !== null
  expect((await page.request.head(address)).status()).toBe(405)
  const early = await page.request.get(address, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })
  expect(early.status()).toBe(204)
  await page.goto(releasePath(id, 'en'))
  await downloadLink(page).hover()
  await downloadLink(page).focus()
  await expect(downloadLink(page)).toBeFocused()
  expect(await isDelivered()).toBe(false)

  const given = await page.request.get(address)
  expect(given.headers()).toMatchObject({
    'content-type': 'application/zip',
    'content-length': String(bundleBytes.length),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect((await given.body()).equals(bundleBytes)).toBe(true)
  expect(await isDelivered()).toBe(true)
})

test('a client that goes away in the middle harms nobody, and the next one gets everything', async ({
  maker,
  ownSite,
  exporter,
}) => {
  const id = await maker.begin()
  await maker.finish(id)
  // More than the connection's buffers hold.
  const sizeBytes = 100_000_000
  await truncate(path.join(ownSite.dataDir, 'releases', `${id}.zip`), sizeBytes)
  const take = async (signal?: AbortSignal) =>
    fetch(`${ownSite.url}${releasePath(id, 'en')}/download`, {
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
  people,
  maker,
  exporter,
}) => {
  const id = await maker.begin()
  await maker.finish(id)
  const secondFactorAt = new Date(Date.now() - 16 * 60_000)
  await people.database.run(async (client) => client.adminSession.updateMany({ data: { secondFactorAt } }))
  await page.goto(adminPath('releases', 'fr'))
  await expect(page.getByText(say('fr', 'admin.confirm.neededForReleases'))).toBeVisible()
  await releaseField(page, 'fr', 'smallestClass').fill('9')
  await press(page, 'fr', 'admin.releases.ask')
  await expect(page.getByText(say('fr', 'admin.refusals.notFresh'))).toBeVisible()
  await expect(releaseField(page, 'fr', 'smallestClass')).toHaveValue('9')

  await page.goto(releasePath(id, 'fr'))
  await expectAccessible(page)
  await downloadLink(page).click()
  await expectTitle(page, 'fr', 'confirm')
  expect((await findRelease(people.database, id))?.deliveredAt).toBeNull()
  await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(exporter.totpSecret, 1))
  await press(page, 'fr', 'admin.confirm.submit')
  await expect(page).toHaveURL(new RegExp(`${id}$`))
  const [download] = await Promise.all([page.waitForEvent('download'), downloadLink(page).click()])
  expect(download.suggestedFilename()).toContain(id)
})
