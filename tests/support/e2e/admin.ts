import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import type { Page } from '@playwright/test'
import { environmentWith } from '@/lib/env'
import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import type { RunningSite } from '../running-site'
import { say } from './questionnaire'
import { expect, expectAccessible } from './test'

export const password = 'seven green bottles on a wall'

/** What `npm run admin:create` prints for a site. */
export async function firstLink({ dataDir, url }: RunningSite, email: string): Promise<string> {
  const env = environmentWith({
    DATABASE_URL: '',
    MIROIR_ADMIN_SECRET: '',
    MIROIR_DATA_DIR: dataDir,
    MIROIR_URL: url,
  })
  const script = ['scripts/launch.mjs', 'scripts/admin-create', email]
  const { stdout } = await promisify(execFile)(process.execPath, script, { env })
  return /https?:\S+/.exec(stdout)?.[0] ?? ''
}

/** What an authenticator shows now, or so many half minutes from now. A code that was taken is not taken again. */
export async function codeOf(totpSecret: string, stepsFromNow = 0): Promise<string> {
  return createOTP(base32.decode(totpSecret)).hotp(Math.floor(Date.now() / 30_000) + stepsFromNow)
}

export const press = async (page: Page, locale: Locale, key: string): Promise<void> =>
  page
    .getByRole('button', { name: say(locale, key), exact: true })
    .first()
    .click()

export const expectTitle = async (page: Page, locale: Locale, title: AdminPage): Promise<void> =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, `admin.titles.${title}`))

/** Says that the recovery codes of the page are kept. */
export async function keepCodes(page: Page, locale: Locale): Promise<void> {
  await page.getByLabel(say(locale, 'admin.recoveryCodes.kept')).check()
  await press(page, locale, 'admin.recoveryCodes.submit')
}

/** Follows a link, chooses a password and sets up a second factor. Gives the secret and the recovery codes. */
export async function comeIn(page: Page, link: string, hasScripts = true) {
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
  await expectTitle(page, locale, 'recoveryCodes')
  if (hasScripts) await expectAccessible(page)
  const recoveryCodes = await page.locator('.recovery-codes li').allTextContents()
  await keepCodes(page, locale)
  // Loaded to its end: tests read what stands under its title.
  await page.waitForURL(`**${adminPath('dashboard', locale)}`)
  await expectTitle(page, locale, 'dashboard')
  return { secret, recoveryCodes, locale }
}

/** Types an address and a password on the page for signing in. */
export async function signIn(page: Page, locale: Locale, email: string, given = password): Promise<void> {
  await page.goto(adminPath('signIn', locale))
  await page.getByLabel(say(locale, 'admin.email')).fill(email)
  await page.getByLabel(say(locale, 'admin.password')).fill(given)
  await press(page, locale, 'admin.signIn.submit')
}
