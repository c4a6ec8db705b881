import { adminPath } from '@/lib/i18n/admin-pages'
import { comeIn, expectTitle, firstLink, press, signIn } from '../support/e2e/admin'
import { test } from '../support/e2e/own-site'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /422|401|403|404/ })
// Passwords are meant to take their time, and several people come in one after the other.
test.describe.configure({ timeout: 180_000 })

for (const hasScripts of [true, false]) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('the first account by its link, out, and in again with a recovery code', async ({
      page,
      ownSite,
    }) => {
      const link = await firstLink(ownSite, 'owner@example.org')
      const { recoveryCodes, locale } = await comeIn(page, link, hasScripts)
      await press(page, locale, 'admin.signOut')
      await expectTitle(page, locale, 'signIn')
      if (hasScripts) await expectAccessible(page)
      await page.goto(adminPath('accounts', locale))
      await expectTitle(page, locale, 'signIn')

      await signIn(page, locale, 'owner@example.org')
      await expectTitle(page, locale, 'code')
      if (hasScripts) await expectAccessible(page)
      await page.getByLabel(say(locale, 'admin.code.label')).fill('000000')
      await press(page, locale, 'admin.code.submit')
      await expect(page.getByText(say(locale, 'admin.refusals.wrongCode'))).toBeVisible()
      await page.getByLabel(say(locale, 'admin.code.recoveryLabel')).fill(recoveryCodes[0] ?? '')
      await page
        .getByRole('button', { name: say(locale, 'admin.code.submit') })
        .last()
        .click()
      await expectTitle(page, locale, 'dashboard')

      await page.goto(link)
      await expect(page.getByText(say(locale, 'admin.invitation.used'))).toBeVisible()
    })
  })
}

test('an owner invites; each role meets its walls; a session is ended elsewhere; an account is removed', async ({
  page,
  browser,
  baseURL,
  ownSite,
}) => {
  await comeIn(page, await firstLink(ownSite, 'owner@example.org'))
  await page.goto(adminPath('accounts', 'en'))
  await expectTitle(page, 'en', 'accounts')
  await page.locator('#invite-email').fill('viewer@example.org')
  await press(page, 'en', 'admin.accounts.invite')
  const link = (await page.locator('.shown-once code').textContent()) ?? ''
  expect(link).toMatch(/^http.*\/en\/admin\/invitation\/[\w-]{43}$/)
  await expectAccessible(page)

  const context = await browser.newContext({ ...(baseURL && { baseURL }) })
  const other = await context.newPage()
  await comeIn(other, link)
  const refused = await other.goto(adminPath('accounts', 'en'))
  expect(refused?.status()).toBe(403)
  await expect(other.getByText(say('en', 'admin.forbidden'))).toBeVisible()
  await expectAccessible(other)
  await other.goto(adminPath('account', 'en'))
  await expectTitle(other, 'en', 'account')
  await expect(other.getByText(say('en', 'admin.account.thisOne'))).toHaveCount(1)
  await expectAccessible(other)

  await page.reload()
  const card = page.locator('.card', { hasText: 'viewer@example.org' })
  for (const summary of await card.locator('summary').all()) await summary.click()
  await card.getByRole('button', { name: say('en', 'admin.accounts.remove') }).click()
  await expect(page.locator('.card', { hasText: 'viewer@example.org' })).toHaveCount(0)
  await other.goto(adminPath('dashboard', 'en'))
  await expectTitle(other, 'en', 'signIn')
  await context.close()

  const own = page.locator('.card', { hasText: 'owner@example.org' })
  for (const summary of await own.locator('summary').all()) await summary.click()
  await own.getByRole('button', { name: say('en', 'admin.accounts.remove') }).click()
  await expect(page.getByText(say('en', 'admin.refusals.lastOwner'))).toBeVisible()
})
