import type { Page } from '@playwright/test'
import { adminPages, adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { codeOf, expectTitle, password, press, signIn } from '../support/e2e/admin'
import { testAccounts as test, test as withOwnSite } from '../support/e2e/admin-people'
import { expectAwake } from '../support/e2e/awake'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /401|403|404|422/ })
test.describe.configure({ timeout: 180_000 })

test('wrong passwords lock an account, the right one then too, until the time is over', async ({
  page,
  people,
}) => {
  const { email, totpSecret } = await people.firstOwner()
  for (let count = 0; count < 5; count += 1) {
    await signIn(page, 'fr', email, `wrong ${count} wrong wrong`)
    await expect(page.getByText(say('fr', 'admin.refusals.refused'))).toBeVisible()
    await expect(page.getByLabel(say('fr', 'admin.email'))).toHaveValue(email)
  }
  await expectAccessible(page)
  await signIn(page, 'fr', email)
  await expect(page.getByText(say('fr', 'admin.refusals.refused'))).toBeVisible()

  // Fifteen minutes go by.
  const over = new Date(Date.now() - 1000)
  const began = new Date(Date.now() - 16 * 60_000)
  await people.database.run(async (client) =>
    client.adminAttempt.updateMany({ data: { lockedUntil: over, startedAt: began } }),
  )
  await signIn(page, 'fr', email)
  await expectTitle(page, 'fr', 'code')
  await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(totpSecret, 1))
  await press(page, 'fr', 'admin.code.submit')
  await expectTitle(page, 'fr', 'dashboard')
})

for (const locale of locales) {
  test(`a session is ended from another browser, ${locale}`, async ({
    page,
    context,
    browser,
    people,
    served,
  }) => {
    const owner = await people.firstOwner()
    await owner.enter(context)
    const elsewhere = await browser.newContext({ baseURL: served.url })
    const other = await elsewhere.newPage()
    await signIn(other, locale, owner.email)
    await other.getByLabel(say(locale, 'admin.code.label')).fill(await codeOf(owner.totpSecret, 1))
    await press(other, locale, 'admin.code.submit')
    await expectTitle(other, locale, 'dashboard')

    await page.goto(adminPath('account', locale))
    const sessions = page
      .locator('section', { hasText: say(locale, 'admin.account.sessionsTitle') })
      .locator('.card')
    await expect(sessions).toHaveCount(2)
    await expectAccessible(page)
    await press(page, locale, 'admin.account.revoke')
    await expect(sessions).toHaveCount(1)
    await expect(sessions).toContainText(say(locale, 'admin.account.thisOne'))
    await other.goto(adminPath('dashboard', locale))
    await expectTitle(other, locale, 'signIn')
    await elsewhere.close()
  })
}

for (const hasScripts of [true, false]) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('what is sensitive asks for the second factor again, keeps what was typed, and leads back', async ({
      page,
      context,
      people,
    }) => {
      const owner = await people.firstOwner()
      await owner.enter(context)
      await page.goto(adminPath('accounts', 'en'))
      await expect(page.getByText(say('en', 'admin.confirm.needed'))).toHaveCount(0)
      const longAgo = {
        createdAt: new Date(Date.now() - 20 * 60_000),
        secondFactorAt: new Date(Date.now() - 16 * 60_000),
      }
      await people.database.run(async (client) => client.adminSession.updateMany({ data: longAgo }))
      await page.locator('#invite-email').fill('new@example.org')
      await press(page, 'en', 'admin.accounts.invite')
      await expect(page.getByText(say('en', 'admin.refusals.notFresh'))).toBeVisible()
      await expect(page.locator('#invite-email')).toHaveValue('new@example.org')

      await page.goto(adminPath('accounts', 'en'))
      await page.getByRole('link', { name: say('en', 'admin.confirm.go') }).click()
      await expectTitle(page, 'en', 'confirm')
      await page.getByLabel(say('en', 'admin.code.label')).fill(await codeOf(owner.totpSecret, 1))
      await press(page, 'en', 'admin.confirm.submit')
      await expectTitle(page, 'en', 'accounts')
      await page.locator('#invite-email').fill('new@example.org')
      await press(page, 'en', 'admin.accounts.invite')
      await expect(page.locator('.shown-once code')).toContainText('/en/admin/invitation/')
    })
  })
}

test('a password is changed, and the one before no longer works', async ({ page, context, people }) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await page.goto(adminPath('account', 'fr'))
  const next = 'neuf trains jaunes sous la pluie'
  const change = async (present: string) => {
    await page.getByLabel(say('fr', 'admin.account.presentPassword')).fill(present)
    await page.getByLabel(say('fr', 'admin.account.newPassword')).fill(next)
    await press(page, 'fr', 'admin.account.changePassword')
  }
  await change('seven green bottles')
  await expect(page.getByText(say('fr', 'admin.refusals.wrongPassword'))).toBeVisible()
  await expectAccessible(page)
  await change(password)
  await expect(page.getByText(say('fr', 'admin.account.passwordChanged'))).toBeVisible()
  await press(page, 'fr', 'admin.signOut')
  await expectTitle(page, 'fr', 'signIn')
  await signIn(page, 'fr', owner.email)
  await expect(page.getByText(say('fr', 'admin.refusals.refused'))).toBeVisible()
  await signIn(page, 'fr', owner.email, next)
  await expectTitle(page, 'fr', 'code')
})

/** Presses Tab until the focus is where `isThere` says. */
async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await page.locator(':focus').and(page.locator(isThere)).count()) > 0) return
  }
  throw new Error(`Tab never reached ${isThere}`)
}

withOwnSite('signing in, reading the log and inviting, with a keyboard alone', async ({ page, people }) => {
  const owner = await people.firstOwner()
  await page.goto(adminPath('signIn', 'fr'))
  await expectAwake(page)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText(say('fr', 'layout.skipToContent'))
  await tabTo(page, '[name="email"]')
  await page.keyboard.type(owner.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type('seven green bottles')
  await page.keyboard.press('Enter')
  // What was refused is said, and the focus is where it can be put right.
  await expect(page.getByRole('alert').filter({ hasText: say('fr', 'admin.refusals.refused') })).toBeVisible()
  await expect(page.locator('[name="email"]')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expectTitle(page, 'fr', 'code')
  await tabTo(page, '[name="code"]')
  await page.keyboard.type(await codeOf(owner.totpSecret, 1))
  await page.keyboard.press('Enter')
  await expectTitle(page, 'fr', 'dashboard')

  await tabTo(page, `a[href="${adminPath('audit', 'fr')}"]`)
  await page.keyboard.press('Enter')
  await expectTitle(page, 'fr', 'audit')
  await tabTo(page, '[name="outcome"]')
  await page.keyboard.type(say('fr', 'admin.audit.outcomes.refused'))
  await page.keyboard.press('Enter')
  await tabTo(page, '.audit-filter button')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/outcome=refused/)
  await expect(page.locator('.audit-entry')).toHaveCount(1)

  await tabTo(page, `a[href="${adminPath('accounts', 'fr')}"]`)
  await page.keyboard.press('Enter')
  await expectTitle(page, 'fr', 'accounts')
  await expectAwake(page)
  await tabTo(page, '#invite-email')
  await page.keyboard.type('new@example.org')
  await page.keyboard.press('Enter')
  await expect(page.locator('.shown-once')).toBeFocused()
})

test('pages of the admin area carry the policy of the public ones, and no cache keeps them', async ({
  page,
  context,
  people,
}) => {
  const policyAt = async (address: string) => {
    const response = await page.goto(address)
    const headers = (await response?.allHeaders()) ?? {}
    const policy = headers['content-security-policy']?.replace(/'nonce-[\w+/]{22}=='/, 'nonce')
    expect(headers['cache-control'], address).toContain('no-store')
    return { ...headers, policy }
  }
  const { policy } = await policyAt(pathTo('results', 'fr'))
  expect(policy).toContain('nonce')
  const asPublic = {
    policy,
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  }
  expect(await policyAt(adminPath('signIn', 'fr'))).toMatchObject(asPublic)
  await (await people.firstOwner()).enter(context)
  const walled = (Object.keys(adminPages) as AdminPage[]).filter((each) => adminPages[each].needs !== 'wayIn')
  for (const each of walled) expect(await policyAt(adminPath(each, 'fr')), each).toMatchObject(asPublic)
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
})
