import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { adminPath } from '@/lib/i18n/admin-pages'
import { locales, type Locale } from '@/lib/i18n/locales'
import { codeOf, expectTitle, keepCodes, password, press } from '../support/e2e/admin'
import { testAccounts as test } from '../support/e2e/admin-people'
import { expectAwake } from '../support/e2e/awake'
import { refuseToCopy, selected } from '../support/e2e/clipboard'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /422/ })
test.describe.configure({ timeout: 180_000 })

const codes = (page: Page) => page.locator('.recovery-codes li')
const button = (page: Page, locale: Locale, key: string) =>
  page.getByRole('button', { name: say(locale, `admin.recoveryCodes.${key}`) })

/** What is said of how many codes are left, in figures. */
const left = async (page: Page, locale: Locale, digits: RegExp) =>
  expect(
    page.locator('section', { hasText: say(locale, 'admin.account.factorTitle') }).locator('h2 + p'),
  ).toHaveText(digits)

for (const locale of locales) {
  for (const hasScripts of [true, false]) {
    test.describe(`${locale}, scripts ${hasScripts ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled: hasScripts })

      test('setting up ends when the codes are kept, and the area waits for it', async ({ page, people }) => {
        const owner = await people.firstOwner()
        await page.goto(
          `${adminPath('invitation', locale)}/${await people.makeLink(owner, 'new@example.org')}`,
        )
        await page.getByLabel(say(locale, 'admin.password')).fill(password)
        await press(page, locale, 'admin.invitation.submit')
        await expectTitle(page, locale, 'setUp')
        const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
        await page.getByLabel(say(locale, 'admin.code.label')).fill(await codeOf(secret))
        await press(page, locale, 'admin.setUp.submit')
        await expectTitle(page, locale, 'recoveryCodes')
        const made = await codes(page).allTextContents()
        expect(new Set(made).size).toBe(10)
        await expect(page.getByText(say(locale, 'admin.recoveryCodes.earlier'))).toHaveCount(0)
        await expect(page.locator('.recovery-codes > .hint').first()).toContainText('new@example.org')

        // A form that is sent without the tick, which browsers do not do by themselves.
        await page.locator('[name="kept"]').evaluate((box: HTMLInputElement) => {
          box.required = false
        })
        await press(page, locale, 'admin.recoveryCodes.submit')
        await expect(page.getByText(say(locale, 'admin.refusals.notKept'))).toBeVisible()
        await expect(page.locator('[name="kept"]')).toHaveAttribute('aria-invalid', 'true')
        await expect(codes(page)).toHaveText(made)
        if (hasScripts) await expectAccessible(page)

        await page.goto(adminPath('dashboard', locale))
        await expectTitle(page, locale, 'recoveryCodes')
        await expect(codes(page)).toHaveText(made)
        await keepCodes(page, locale)
        await expectTitle(page, locale, 'dashboard')
        await page.goto(adminPath('recoveryCodes', locale))
        await expectTitle(page, locale, 'dashboard')
      })

      test('the account says how many are left; new ones are made, kept, and counted', async ({
        page,
        context,
        people,
      }) => {
        const owner = await people.firstOwner()
        await owner.enter(context)
        const use = async (count: number) =>
          people.database.run(async (client) => {
            const { backupCodes } = await client.adminSecondFactor.findFirstOrThrow()
            const rest = (JSON.parse(backupCodes) as string[]).slice(count)
            await client.adminSecondFactor.updateMany({ data: { backupCodes: JSON.stringify(rest) } })
          })
        const few = page.getByText(say(locale, 'admin.account.codesFew'))
        await use(6)
        await page.goto(adminPath('account', locale))
        await left(page, locale, /\b4\b.*\b10\b/)
        await expect(few).toHaveCount(0)
        await use(1)
        await page.reload()
        await left(page, locale, /\b3\b.*\b10\b/)
        await expect(few).toBeVisible()
        if (hasScripts) await expectAccessible(page)

        await press(page, locale, 'admin.account.renewCodes')
        await expectTitle(page, locale, 'recoveryCodes')
        await expect(page.getByText(say(locale, 'admin.recoveryCodes.earlier'))).toBeVisible()
        await expect(codes(page)).toHaveCount(10)
        await keepCodes(page, locale)
        await expectTitle(page, locale, 'account')
        await left(page, locale, /\b10\b.*\b10\b/)
      })
    })
  }

  test(`a browser that does not copy them is said to, and they are selected, ${locale}`, async ({
    page,
    context,
    people,
  }) => {
    const owner = await people.firstOwner()
    await owner.enter(context)
    await refuseToCopy(page)
    await page.goto(adminPath('account', locale))
    await press(page, locale, 'admin.account.renewCodes')
    await expectTitle(page, locale, 'recoveryCodes')
    await expectAwake(page)
    await button(page, locale, 'copy').click()
    await expect(page.getByRole('button', { name: say(locale, 'copying.refused') })).toBeVisible()
    // What was hidden, to be copied or downloaded, is there to be copied by hand.
    await expect(page.locator('pre')).toBeVisible()
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    const text = await selected(page)
    for (const code of await codes(page).allTextContents()) expect(text).toContain(code)
    await expectAccessible(page)
  })

  test(`they can be copied, printed and downloaded, ${locale}`, async ({ page, context, people, served }) => {
    const owner = await people.firstOwner()
    await owner.enter(context)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(adminPath('account', locale))
    await press(page, locale, 'admin.account.renewCodes')
    await expectTitle(page, locale, 'recoveryCodes')
    await expectAwake(page)
    const made = await codes(page).allTextContents()

    await button(page, locale, 'copy').click()
    await expect(button(page, locale, 'copied')).toBeVisible()
    const copied = await page.evaluate(async () => navigator.clipboard.readText())

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say(locale, 'admin.recoveryCodes.download') }).click(),
    ])
    expect(download.suggestedFilename()).toBe(say(locale, 'admin.recoveryCodes.fileName'))
    const file = await readFile(await download.path(), 'utf8')
    expect(file).toBe(copied)
    const lines = file.split('\n')
    expect(lines.filter((line) => made.includes(line))).toEqual(made)
    expect(lines.slice(0, 4)).toEqual([
      say(locale, 'admin.recoveryCodes.fileTitle'),
      served.url,
      owner.email,
      expect.stringMatching(/ \d\d:\d\d UTC$/),
    ])

    const printed = page.evaluate(
      async () =>
        new Promise((resolve) => {
          window.print = () => resolve('printed')
        }),
    )
    await button(page, locale, 'print').click()
    expect(await printed).toBe('printed')
    await page.emulateMedia({ media: 'print' })
    await expect(codes(page).first()).toBeVisible()
    await expect(page.locator('.recovery-codes > .hint').first()).toBeVisible()
    for (const hidden of ['.keep-text', '.action-form', '.site-header nav']) {
      await expect(page.locator(hidden).first()).toBeHidden()
    }
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says how they are printed, and has no button that does nothing', async ({
    page,
    context,
    people,
  }) => {
    await (await people.firstOwner()).enter(context)
    await page.goto(adminPath('account', 'fr'))
    await press(page, 'fr', 'admin.account.renewCodes')
    await expect(page.getByText(say('fr', 'admin.recoveryCodes.withoutScripts'))).toBeVisible()
    for (const key of ['copy', 'print', 'download']) await expect(button(page, 'fr', key)).toHaveCount(0)
  })
})

test('they are not shown a quarter of an hour later; signing in again shows them', async ({
  page,
  context,
  people,
}) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await page.goto(adminPath('account', 'en'))
  await press(page, 'en', 'admin.account.renewCodes')
  await expect(codes(page)).toHaveCount(10)
  const made = await codes(page).allTextContents()
  const longAgo = {
    createdAt: new Date(Date.now() - 20 * 60_000),
    secondFactorAt: new Date(Date.now() - 16 * 60_000),
  }
  await people.database.run(async (client) => client.adminSession.updateMany({ data: longAgo }))
  await page.reload()
  await expect(page.getByText(say('en', 'admin.recoveryCodes.notShown'))).toBeVisible()
  await expect(codes(page)).toHaveCount(0)
  await expectAccessible(page)

  await press(page, 'en', 'admin.signOut')
  await expectTitle(page, 'en', 'signIn')
  await page.getByLabel(say('en', 'admin.email')).fill(owner.email)
  await page.getByLabel(say('en', 'admin.password')).fill(password)
  await press(page, 'en', 'admin.signIn.submit')
  await expectTitle(page, 'en', 'code')
  await page.getByLabel(say('en', 'admin.code.label')).fill(await codeOf(owner.totpSecret, 1))
  await press(page, 'en', 'admin.code.submit')
  await expectTitle(page, 'en', 'recoveryCodes')
  await expect(codes(page)).toHaveText(made)
})
