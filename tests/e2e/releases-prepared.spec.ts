import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { adminPath } from '@/lib/i18n/admin-pages'
import { addDays } from '@/lib/counts/iso-week'
import { press } from '../support/e2e/admin'
import { test } from '../support/e2e/admin-people'
import { say } from '../support/e2e/questionnaire'
import { downloadLink, measure, releaseField, releaseStatus } from '../support/e2e/release-people'
import { expect, expectAccessible } from '../support/e2e/test'

// People come in with passwords that take their time.
test.describe.configure({ timeout: 180_000 })

test('an exporter asks for a release, sees what it tells, and downloads it', async ({ page, people }) => {
  const exporter = await people.invite(await people.firstOwner(), 'exporter')
  await exporter.enter(page.context())
  await page.goto(adminPath('releases', 'fr'))

  // Nobody has contributed yet.
  await press(page, 'fr', 'admin.releases.ask')
  await expect(releaseStatus(page)).toHaveText(say('fr', 'admin.release.refusedFor.noResponses'), {
    timeout: 30_000,
  })

  // All of weeks that are over.
  const options = { seed: 'browser', now: addDays(new Date(), -8), force: false }
  await seedDemo(people.database, 500, options)
  await page.goto(adminPath('releases', 'fr'))
  await releaseField(page, 'fr', 'smallestClass').fill('10')
  await press(page, 'fr', 'admin.releases.ask')
  await expect(releaseStatus(page)).toHaveText(say('fr', 'admin.release.files.kept'), { timeout: 30_000 })
  await expectAccessible(page)

  const [download] = await Promise.all([page.waitForEvent('download'), downloadLink(page).click()])
  const zip = await JSZip.loadAsync(await readFile(await download.path()))
  const rows = parse<Record<string, string>>((await zip.file('responses.csv')?.async('string')) ?? '', {
    columns: true,
  })
  const exported = await measure(page, 'exported').textContent()
  expect(rows.length).toBeGreaterThan(400)
  expect(exported?.replaceAll(/\D/g, '')).toBe(String(rows.length))
  const actions = await people.database.run(async (client) =>
    client.auditEntry.findMany({ where: { actor: exporter.id }, orderBy: { sequence: 'asc' } }),
  )
  expect(actions.map(({ action }) => action).filter((action) => action.startsWith('release'))).toEqual([
    'releaseRequested',
    'releaseRefused',
    'releaseRequested',
    'releaseMade',
    'releaseDownloaded',
  ])
})
