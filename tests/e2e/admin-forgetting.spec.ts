import type { Page } from '@playwright/test'
import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import { pathTo } from '@/lib/i18n/routes'
import { keepingPages } from '../support/browser'
import { expectTitle, press } from '../support/e2e/admin'
import { testAccounts as test, type People } from '../support/e2e/admin-people'
import { expectAwake } from '../support/e2e/awake'
import { expect } from '../support/e2e/test'

test.use({ launchOptions: keepingPages() })

/** Not Playwright's own, which waits for the page to be loaded: a page that was kept is not. */
const goBack = async (page: Page) => page.evaluate(() => history.back())

const endSessions = async ({ database }: People) =>
  database.run(async (client) => client.adminSession.deleteMany())

async function open(page: Page, title: AdminPage): Promise<void> {
  await page.goto(adminPath(title, 'fr'))
  await expectAwake(page)
}

test('Back after signing out shows nothing of before', async ({ page, context, people }) => {
  await (await people.firstOwner()).enter(context)
  await open(page, 'dashboard')
  await open(page, 'accounts')
  await press(page, 'fr', 'admin.signOut')
  await expectTitle(page, 'fr', 'signIn')
  for (let step = 0; step < 2; step += 1) {
    await goBack(page)
    await expectTitle(page, 'fr', 'signIn')
    await expect(page).toHaveURL(adminPath('signIn', 'fr'))
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('Back after signing out shows nothing of before', async ({ page, context, people }) => {
    await (await people.firstOwner()).enter(context)
    await page.goto(adminPath('accounts', 'fr'))
    await press(page, 'fr', 'admin.signOut')
    await expectTitle(page, 'fr', 'signIn')
    await page.goBack({ waitUntil: 'commit' })
    await expectTitle(page, 'fr', 'signIn')
  })
})

test('Back after the session was ended elsewhere shows nothing of before', async ({
  page,
  context,
  people,
}) => {
  await (await people.firstOwner()).enter(context)
  await open(page, 'accounts')
  await page.goto(pathTo('help', 'fr'))
  await endSessions(people)
  await goBack(page)
  await expectTitle(page, 'fr', 'signIn')
})

test('nor does Back to a page that led to this one without loading', async ({ page, context, people }) => {
  await (await people.firstOwner()).enter(context)
  await open(page, 'account')
  await press(page, 'fr', 'admin.account.changeFactor')
  await expectTitle(page, 'fr', 'setUp')
  await endSessions(people)
  await goBack(page)
  await expectTitle(page, 'fr', 'signIn')
})

test('Back to a page of a session that goes on shows it as it is now', async ({ page, context, people }) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await open(page, 'accounts')
  await page.goto(pathTo('help', 'fr'))
  await people.makeLink(owner, 'meanwhile@example.org')
  await goBack(page)
  await expectTitle(page, 'fr', 'accounts')
  await expect(page.getByText('meanwhile@example.org')).toBeVisible()
})

test('signing out is heard by the other tabs', async ({ page, context, people }) => {
  await (await people.firstOwner()).enter(context)
  const [other, third] = [await context.newPage(), await context.newPage()]
  await open(other, 'accounts')
  await open(third, 'account')
  await open(page, 'settings')
  await press(page, 'fr', 'admin.signOut')
  for (const tab of [page, other, third]) await expectTitle(tab, 'fr', 'signIn')
})
