import { currentWaveId } from '@/lib/comparison/waves'
import { findRelease } from '@/lib/db/releases'
import { adminPath, releasePath } from '@/lib/i18n/admin-pages'
import { expectTitle, press } from '../support/e2e/admin'
import { expectAwake } from '../support/e2e/awake'
import { say } from '../support/e2e/questionnaire'
import { downloadLink, releaseField, releaseStatus, test } from '../support/e2e/release-people'
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

    test('a release is asked for, and cancelled; what cannot be asked for is told', async ({
      page,
      people,
      exporter,
    }) => {
      await page.goto(adminPath('dashboard', locale))
      await page.getByRole('link', { name: say(locale, 'admin.titles.releases') }).click()
      await expectTitle(page, locale, 'releases')
      if (hasScripts) await expectAwake(page)
      await expect(page.getByText(say(locale, 'admin.releases.none'))).toBeVisible()
      await expect(releaseField(page, locale, 'wave')).toHaveCount(0)
      if (hasScripts) await expectAccessible(page)

      await expect(releaseField(page, locale, 'smallestClass')).toHaveValue('5')
      await releaseField(page, locale, 'smallestClass').fill('4')
      await releaseField(page, locale, 'largestWithheldPercent').fill('20')
      await press(page, locale, 'admin.releases.ask')
      await expect(page.getByText(say(locale, 'admin.refusals.badRules'))).toBeVisible()
      await expect(releaseField(page, locale, 'smallestClass')).toBeFocused()
      await expect(releaseField(page, locale, 'smallestClass')).toHaveValue('4')
      await expect(releaseField(page, locale, 'smallestClass')).toHaveAccessibleDescription(
        /(entre|between) 5 (et|and) 50/,
      )
      await expect(releaseField(page, locale, 'largestWithheldPercent')).toHaveValue('20')
      await expect(releaseField(page, locale, 'largestWithheldPercent')).not.toHaveAttribute('aria-invalid')
      if (hasScripts) await expectAccessible(page)

      await releaseField(page, locale, 'smallestClass').fill('12')
      await press(page, locale, 'admin.releases.ask')
      await expect(page).toHaveURL(new RegExp(`${adminPath('release', locale)}/[a-z2-9]{8}$`))
      const id = page.url().slice(-8)
      expect(await findRelease(people.database, id)).toMatchObject({
        waveId: currentWaveId,
        smallestClass: 12,
        largestWithheldPercent: 20,
        requestedBy: exporter.id,
      })
      await expect(page.getByRole('progressbar')).toBeVisible()
      if (hasScripts) await expectAccessible(page)
      await press(page, locale, 'admin.release.preparing.cancel')
      await expect(releaseStatus(page)).toHaveText(say(locale, 'admin.release.states.cancelled'))
      if (hasScripts) await expect(releaseStatus(page)).toBeFocused()
      expect(await findRelease(people.database, id)).toMatchObject({ state: 'cancelled' })
      if (hasScripts) await expectAccessible(page)

      await press(page, locale, 'admin.release.askAgain')
      await expect(page).not.toHaveURL(new RegExp(`${id}$`))
      const again = page.url().slice(-8)
      expect(await findRelease(people.database, again)).toMatchObject({
        smallestClass: 12,
        largestWithheldPercent: 20,
      })
      const entries = await people.database.run(async (client) =>
        client.auditEntry.findMany({
          where: { action: { in: ['releaseRequested', 'releaseCancelled'] } },
          orderBy: { sequence: 'asc' },
        }),
      )
      expect(entries.map(({ action, actor, subject }) => [action, actor, subject])).toEqual([
        ['releaseRequested', exporter.id, id],
        ['releaseCancelled', exporter.id, id],
        ['releaseRequested', exporter.id, again],
      ])
    })

    test('only one is prepared at a time, and what was typed stays', async ({ page, maker }) => {
      await page.goto(adminPath('releases', locale))
      const id = await maker.begin()
      await releaseField(page, locale, 'smallestClass').fill('30')
      await press(page, locale, 'admin.releases.ask')
      await expect(page.getByText(say(locale, 'admin.refusals.alreadyPreparing'))).toBeVisible()
      await expect(releaseField(page, locale, 'smallestClass')).toHaveValue('30')
      await page.locator('#ask .notice').getByRole('link').click()
      await expect(page).toHaveURL(new RegExp(`${id}$`))
    })

    test('a preparation is followed to its end, also over a reload', async ({ page, maker }) => {
      const look = async () => {
        if (!hasScripts) {
          await page.getByRole('link', { name: say(locale, 'admin.release.preparing.look') }).click()
        }
      }
      const id = await maker.begin()
      await page.goto(releasePath(id, locale))
      await expect(releaseStatus(page)).toContainText(say(locale, 'admin.release.phases.counting'))
      await maker.advance(id, 'anonymising', 430)
      await look()
      await expect(releaseStatus(page)).toContainText(say(locale, 'admin.release.phases.anonymising'))
      await expect(page.getByRole('progressbar')).toHaveAttribute('value', '430')
      await expect(releaseStatus(page)).not.toContainText('43')
      await page.reload()
      await expect(page.getByRole('progressbar')).toHaveAttribute('value', '430')
      await maker.finish(id)
      await look()
      await expect(releaseStatus(page)).toHaveText(say(locale, 'admin.release.files.kept'))
      await expect(downloadLink(page)).toBeVisible()
      await expect(page.getByRole('progressbar')).toHaveCount(0)
    })
  })
}

test('with several waves, one is chosen, and each release says which is its own', async ({
  page,
  people,
  maker,
}) => {
  await people.database.run(async (client) => {
    const earlier = { id: '2024-12', commissionedBy: 'us', conductedBy: 'us', publishedOn: '2024-12-11' }
    await client.wave.create({ data: { ...earlier, participation: { create: { contributedCount: 0 } } } })
  })
  const preparing = await maker.begin()
  await page.goto(adminPath('releases', 'en'))
  await expect(releaseField(page, 'en', 'wave')).toHaveValue(currentWaveId)
  await expect(page.locator('.release-list')).toContainText('December 2025')
  await releaseField(page, 'en', 'wave').selectOption('December 2024')
  await expectAccessible(page)
  await press(page, 'en', 'admin.releases.ask')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(`${preparing}$`))
  expect(await findRelease(people.database, page.url().slice(-8))).toMatchObject({ waveId: '2024-12' })
})

test('a preparation that gives no sign of life any more is given up', async ({ page, people, maker }) => {
  const id = await maker.begin()
  const aliveAt = new Date(Date.now() - 61_000)
  await people.database.run(async (client) => client.release.updateMany({ data: { aliveAt } }))
  await page.goto(releasePath(id, 'en'))
  await expect(releaseStatus(page)).toHaveText(say('en', 'admin.release.states.failed'))
  expect(await findRelease(people.database, id)).toMatchObject({ state: 'failed' })
})

test('a keyboard is enough', async ({ page, people, exporter }) => {
  await exporter.enter(page.context())
  await page.goto(adminPath('releases', 'en'))
  await expectAwake(page)
  await releaseField(page, 'en', 'smallestClass').focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('8')
  await page.keyboard.press('Tab')
  await expect(releaseField(page, 'en', 'largestWithheldPercent')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('link', { name: say('en', 'admin.release.back') }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(releaseStatus(page)).toHaveText(say('en', 'admin.release.states.cancelled'))
  await expect(releaseStatus(page)).toBeFocused()
  expect(await findRelease(people.database, page.url().slice(-8))).toMatchObject({ smallestClass: 8 })
})

test('viewers are not let in', async ({ page, context, people, owner, maker }) => {
  const viewer = await people.invite(owner, 'viewer')
  await viewer.enter(context)
  const id = await maker.begin()
  await maker.finish(id)
  await page.goto(adminPath('dashboard', 'en'))
  await expect(page.getByRole('link', { name: say('en', 'admin.titles.releases') })).toHaveCount(0)
  for (const address of [
    adminPath('releases', 'en'),
    releasePath(id, 'en'),
    `${releasePath(id, 'en')}/download`,
  ]) {
    expect((await page.goto(address))?.status()).toBe(403)
  }
  expect((await findRelease(people.database, id))?.deliveredAt).toBeNull()
})
