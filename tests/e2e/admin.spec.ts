import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import type { Page } from '@playwright/test'
import { environmentWith } from '@/lib/env'
import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import { test } from '../support/e2e/own-site'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'
import type { RunningSite } from '../support/running-site'

const password = 'seven green bottles on a wall'

test.use({ expectedNoise: /422|401|403|404/ })
// Passwords are meant to take their time, and several people come in one after the other.
test.describe.configure({ timeout: 180_000 })

/** What `npm run admin:create` prints for a site. */
async function firstLink({ dataDir, url }: RunningSite, email: string): Promise<string> {
  const env = environmentWith({
    DATABASE_URL: '',
    MIROIR_ADMIN_SECRET: '',
    MIROIR_DATA_DIR: dataDir,
    MIROIR_URL: url,
  })
  const script = ['--import', 'tsx', 'scripts/admin-create.ts', email]
  const { stdout } = await promisify(execFile)(process.execPath, script, { env })
  return /https?:\S+/.exec(stdout)?.[0] ?? ''
}

async function codeOf(secret: string): Promise<string> {
  return createOTP(base32.decode(secret)).totp()
}

const press = async (page: Page, locale: Locale, key: string) =>
  page
    .getByRole('button', { name: say(locale, key), exact: true })
    .first()
    .click()

const expectTitle = async (page: Page, locale: Locale, title: AdminPage) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, `admin.titles.${title}`))

/** Follows a link, chooses a password and sets up a second factor. Gives the secret and the recovery codes. */
async function comeIn(page: Page, link: string, hasScripts = true) {
  await page.goto(link)
  const locale: Locale = link.includes('/en/') ? 'en' : 'fr'
  await expectTitle(page, locale, 'invitation')
  if (hasScripts) await expectAccessible(page)
  await page.getByLabel(say(locale, 'admin.password')).fill(password)
  await press(page, locale, 'admin.invitation.submit')
  await expectTitle(page, locale, 'setUp')
  if (hasScripts) await expectAccessible(page)
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel(say(locale, 'admin.code.label')).fill(await codeOf(secret))
  await press(page, locale, 'admin.setUp.submit')
  const codes = page.locator('.shown-once code')
  await expect(codes.first()).toBeVisible()
  if (hasScripts) await expectAccessible(page)
  const recoveryCodes = await codes.allTextContents()
  await page.getByRole('link', { name: say(locale, 'admin.setUp.goOn') }).click()
  await expectTitle(page, locale, 'dashboard')
  return { secret, recoveryCodes, locale }
}

async function signIn(page: Page, locale: Locale, email: string, given = password): Promise<void> {
  await page.goto(adminPath('signIn', locale))
  await page.getByLabel(say(locale, 'admin.email')).fill(email)
  await page.getByLabel(say(locale, 'admin.password')).fill(given)
  await press(page, locale, 'admin.signIn.submit')
}

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

test('wrong passwords lock an account, the right one then too, and keep what was typed', async ({
  page,
  ownSite,
}) => {
  const { locale } = await comeIn(page, await firstLink(ownSite, 'owner@example.org'))
  await press(page, locale, 'admin.signOut')
  for (let count = 0; count < 5; count += 1) {
    await signIn(page, locale, 'owner@example.org', `wrong ${count} wrong wrong`)
    await expect(page.getByText(say(locale, 'admin.refusals.refused'))).toBeVisible()
    await expect(page.getByLabel(say(locale, 'admin.email'))).toHaveValue('owner@example.org')
  }
  await expectAccessible(page)
  await signIn(page, locale, 'owner@example.org')
  await expect(page.getByText(say(locale, 'admin.refusals.refused'))).toBeVisible()
})

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
  await card.locator('summary').click()
  await card.getByRole('button', { name: say('en', 'admin.accounts.remove') }).click()
  await expect(page.locator('.card', { hasText: 'viewer@example.org' })).toHaveCount(0)
  await other.goto(adminPath('dashboard', 'en'))
  await expectTitle(other, 'en', 'signIn')
  await context.close()

  const own = page.locator('.card', { hasText: 'owner@example.org' })
  await own.locator('summary').click()
  await own.getByRole('button', { name: say('en', 'admin.accounts.remove') }).click()
  await expect(page.getByText(say('en', 'admin.refusals.lastOwner'))).toBeVisible()
})
