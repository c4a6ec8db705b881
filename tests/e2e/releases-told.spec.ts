import { rm } from 'node:fs/promises'
import path from 'node:path'
import { adminPath, releasePath } from '@/lib/i18n/admin-pages'
import { locales } from '@/lib/i18n/locales'
import { say } from '../support/e2e/questionnaire'
import { downloadLink, measure, releaseField, test } from '../support/e2e/release-people'
import { report } from '../support/e2e/releases'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /403|404|422|503|ERR_FAILED/ })
// People come in with passwords that take their time.
test.describe.configure({ timeout: 180_000 })

for (const locale of locales) {
  test(`what a release tells is read before it is downloaded, ${locale}`, async ({ page, maker }) => {
    const id = await maker.begin()
    await maker.finish(id, { outcome: 'prepared', report, isRepeated: true, newCount: 2 })
    await page.goto(releasePath(id, locale))
    const number = (each: number, options: Intl.NumberFormatOptions = {}) =>
      each.toLocaleString(locale, options)
    const percent = { style: 'percent', maximumSignificantDigits: 2 } as const
    await expect(measure(page, 'exported')).toHaveText(number(9612))
    await expect(measure(page, 'withheld')).toHaveText(`${number(388)} (${number(0.0388, percent)})`)
    await expect(measure(page, 'medianClass')).toHaveText(number(22.5))
    await expect(measure(page, 'highestRisk')).toHaveText(number(0.2, percent))
    await expect(measure(page, 'averageRisk')).toHaveText(number(214 / 9612, percent))
    await expect(page.locator('main')).toContainText(/dimanche 22 novembre 2026|Sunday,? 22 November 2026/)
    await expect(page.locator('main')).toContainText(/moins de 5 réponses|fewer than 5 responses/)
    await expect(page.locator('.release-levels > div')).toHaveCount(7)
    await expect(page.locator('.release-levels > div').nth(1)).toContainText(
      say(locale, 'export.codebook.grouped'),
    )
    await page.getByText(say(locale, 'admin.release.risk.sources')).click()
    await expect(page.getByText('El Emam, Guide')).toBeVisible()
    await expectAccessible(page)
    // The other language is the same page.
    await page.getByRole('link', { name: locale === 'fr' ? 'English' : 'Français' }).click()
    await expect(page).toHaveURL(new RegExp(`${id}$`))
    await expect(measure(page, 'smallestClass')).toHaveText('5')
  })

  test(`a release that is refused says why, and what could be asked for, ${locale}`, async ({
    page,
    maker,
  }) => {
    const asked = { smallestClass: 12, largestWithheldPercent: 2 }
    const counts = { records: 1200, inSmallClasses: 98, inUniformClasses: 21 }
    const refuse = async (largestK: number | null, leastWithheldShare: number) => {
      const id = await maker.begin(asked)
      const why = { ...counts, largestK, leastWithheldShare }
      await maker.end(id, 'refused', { outcome: 'refused', reason: 'rules', why })
      await page.goto(releasePath(id, locale))
      await expect(page.getByText(say(locale, 'admin.release.refused.rules'))).toBeVisible()
    }
    await refuse(null, 0.5)
    await expect(page.locator('.release-reasons').first()).toContainText(/98 (réponses|responses)/)
    await expect(page.locator('.release-reasons').last().getByRole('link')).toHaveCount(1)
    await expectAccessible(page)

    await refuse(7, 119 / 1200)
    await expectAccessible(page)
    await page.getByRole('link', { name: /k = 7/ }).click()
    await expect(releaseField(page, locale, 'smallestClass')).toHaveValue('7')
    await expect(releaseField(page, locale, 'largestWithheldPercent')).toHaveValue('2')
    await page.goBack()
    await page.getByRole('link', { name: /10\s?%/ }).click()
    await expect(releaseField(page, locale, 'smallestClass')).toHaveValue('12')
    await expect(releaseField(page, locale, 'largestWithheldPercent')).toHaveValue('10')

    for (const reason of ['noResponses', 'otherInstrument'] as const) {
      const id = await maker.begin()
      await maker.end(id, 'refused', { outcome: 'refused', reason })
      await page.goto(releasePath(id, locale))
      await expect(page.getByText(say(locale, `admin.release.refused.${reason}`))).toBeVisible()
      await expectAccessible(page)
    }
    await page.goto(adminPath('releases', locale))
    await expect(page.locator('.release-list > li')).toHaveCount(4)
    await expectAccessible(page)
  })
}

test('a release that failed, whose file is gone or whose responses were removed', async ({
  page,
  maker,
  ownSite,
}) => {
  const failed = await maker.begin()
  await maker.end(failed, 'failed')
  await page.goto(releasePath(failed, 'fr'))
  await expect(page.getByText(say('fr', 'admin.release.ended.failed'))).toBeVisible()
  await expectAccessible(page)

  const gone = await maker.begin()
  await maker.finish(gone)
  await rm(path.join(ownSite.dataDir, 'releases', `${gone}.zip`))
  await page.goto(releasePath(gone, 'fr'))
  await expect(page.getByText(say('fr', 'admin.release.download.gone'))).toBeVisible()
  await expect(measure(page, 'classes')).toBeVisible()
  await expectAccessible(page)

  const removed = await maker.begin()
  await maker.finish(removed)
  await page.goto(releasePath(removed, 'fr'))
  await maker.changeParticipation('removalCount')
  // The page still offers it: whoever takes it is told.
  await downloadLink(page).click()
  await expect(page.getByText(say('fr', 'admin.release.download.responsesRemoved'))).toBeVisible()
  await expectAccessible(page)
})

test('what is not there, and what cannot be read', async ({ page, people, maker }) => {
  for (const id of ['zzzzzzzz', '..%2F..%2Fmiroir', 'toolongforanid']) {
    const missing = await page.goto(releasePath(id, 'fr'))
    expect(missing?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'admin.release.unknown.title'))
    await page.goto(`${releasePath(id, 'fr')}/download`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'admin.release.unknown.title'))
  }
  await expectAccessible(page)

  // A site that does not answer for a while leaves the page as it is.
  const id = await maker.begin()
  await page.goto(releasePath(id, 'fr'))
  await page.route('**/*', async (route) => route.abort())
  await maker.advance(id, 'writing', 900)
  await page.waitForRequest((request) => request.method() === 'HEAD')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.unroute('**/*')
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '900')

  await people.database.run(async (client) => client.$executeRawUnsafe('DROP TABLE "release"'))
  for (const address of [adminPath('releases', 'fr'), releasePath(id, 'fr')]) {
    expect((await page.goto(address))?.status()).toBe(503)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'admin.unavailableTitle'))
  }
  expect((await page.request.get(`${releasePath(id, 'fr')}/download`)).status()).toBe(503)
})
