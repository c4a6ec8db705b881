import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { adminPath } from '@/lib/i18n/admin-pages'
import { press } from '../support/e2e/admin'
import { test } from '../support/e2e/admin-people'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'
import { freePort } from '../support/free-port'

test.describe.configure({ timeout: 180_000 })

test('what is left before a site opens is listed for owners, and the list goes once all is done', async ({
  page,
  context,
  people,
  ownSite,
}) => {
  const owner = await people.firstOwner()
  const viewer = await people.invite(owner, 'viewer')
  const home = adminPath('dashboard', 'fr')
  const left = page.locator('.opening-list [data-done="false"]')
  await viewer.enter(context)
  await page.goto(home)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'admin.titles.dashboard'))
  await expect(page.locator('.opening')).toHaveCount(0)

  await context.clearCookies()
  await owner.enter(context)
  await page.goto(home)
  // The operator of the site is named already.
  await expect(left).toHaveCount(6)
  await expectAccessible(page)

  const follow = async (item: string) => {
    await page.goto(home)
    await page.getByRole('link', { name: say('fr', `admin.opening.items.${item}.name`) }).click()
  }
  await follow('licence')
  await press(page, 'fr', 'admin.settings.saveLicence')
  await expect(page.getByText(say('fr', 'admin.settings.done'))).toBeVisible()
  await follow('rhythm')
  await press(page, 'fr', 'admin.settings.saveEditions')
  await expect(page.getByText(say('fr', 'admin.settings.done'))).toBeVisible()
  await follow('scheme')
  await press(page, 'fr', 'admin.editions.scheme.choose')
  await expect(page.getByText(say('fr', 'admin.editions.scheme.done'))).toBeVisible()
  await follow('backup')
  await expect(
    page.getByRole('heading', { name: say('fr', 'admin.settings.machine.title') }),
  ).toBeInViewport()
  await expect(page.getByText('npm run backup')).toBeVisible()
  await follow('secondOwner')
  await expect(page.getByRole('heading', { name: say('fr', 'admin.accounts.inviteTitle') })).toBeInViewport()

  await people.enterAs(owner, 'second@example.org')
  writeFileSync(path.join(ownSite.dataDir, 'last-backup.json'), '{"at":"2026-11-23T08:00:00.000Z"}')
  await page.goto(home)
  // The address of the server is set at its start.
  await expect(left).toHaveCount(1)
  await expect(left).toHaveAttribute('data-item', 'publicAddress')
  await page.goto(adminPath('settings', 'fr'))
  await expect(page.locator('#machine-title ~ dl')).toContainText('23 novembre 2026')
})

const withAddress = test.extend({
  settings: async ({}, use) => {
    const port = await freePort()
    await use({ PORT: String(port), MIROIR_URL: `http://localhost:${port}` })
  },
})

withAddress(
  'an address that only this machine knows is named, and left to do',
  async ({ page, context, people, ownSite }) => {
    await (await people.firstOwner()).enter(context)
    await page.goto(adminPath('dashboard', 'en'))
    await expect(page.locator('[data-item="publicAddress"]')).toHaveAttribute('data-done', 'false')
    await page.goto(adminPath('settings', 'en'))
    await expect(page.locator('#machine-title ~ dl')).toContainText(ownSite.url)
    await expect(page.locator('#machine-title ~ dl')).toContainText('.env')
  },
)

test.describe('with a public address', () => {
  test.use({ settings: { MIROIR_URL: 'http://miroir.example' } })

  test('it is done, and named', async ({ page, people }) => {
    const headers = { Cookie: (await people.firstOwner()).cookie() }
    const dashboard = await page.request.get(adminPath('dashboard', 'en'), { headers })
    expect(await dashboard.text()).toContain('data-item="publicAddress" data-done="true"')
    const settings = await (await page.request.get(adminPath('settings', 'en'), { headers })).text()
    expect(settings).toContain('<p>http://miroir.example</p>')
  })
})

test('an invitation says who runs the site, in its message and on its page', async ({
  page,
  context,
  people,
}) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await page.goto(adminPath('accounts', 'en'))
  await page.locator('#invite-email').fill('invited@example.org')
  await press(page, 'en', 'admin.accounts.invite')
  const shown = page.locator('.shown-once')
  await expect(shown).toContainText('This site is run by Association des essais.')
  const link = (await shown.locator('code').first().textContent()) ?? ''
  await context.clearCookies()
  await page.goto(link)
  await expect(page.locator('main')).toContainText('This site is run by Association des essais.')
  await expectAccessible(page)
})
