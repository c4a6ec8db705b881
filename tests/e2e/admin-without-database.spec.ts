import { renameSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { adminPages, adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import { locales, type Locale } from '@/lib/i18n/locales'
import { adminAddresses } from '../support/e2e/admin-addresses'
import { expectOk, test } from '../support/e2e/admin-people'
import { password } from '../support/e2e/admin'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /503/ })

async function expectUnavailable(page: Page, locale: Locale, address: string): Promise<void> {
  const response = await page.goto(address)
  expect([address, response?.status()]).toEqual([address, 503])
  expect(response?.headers()['retry-after']).toMatch(/^\d+$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'admin.unavailableTitle'))
  await expect(page.getByText(say(locale, 'admin.unavailable'))).toBeVisible()
}

for (const locale of locales) {
  test(`every page of the admin area says that the database does not answer, ${locale}`, async ({
    page,
    context,
    people,
    file,
  }) => {
    const owner = await people.firstOwner()
    const token = await people.makeLink(owner, 'new@example.org')
    const link = `${adminPath('invitation', locale)}/${token}`
    renameSync(file, `${file}-away`)

    // Somebody who follows a link has no cookie yet: nothing but the link is read.
    await expectUnavailable(page, locale, link)
    await expectAccessible(page)
    await expectUnavailable(page, locale, `${adminPath('invitation', locale)}/none`)
    await owner.enter(context)
    for (const name of Object.keys(adminPages) as AdminPage[]) {
      for (const address of adminAddresses(name, locale, token))
        await expectUnavailable(page, locale, address)
    }

    renameSync(`${file}-away`, file)
    await context.clearCookies()
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'admin.titles.invitation'))
  })
}

test('a link that is used while the database does not answer is not refused, and works afterwards', async ({
  page,
  people,
  file,
}) => {
  const token = await people.makeLink(await people.firstOwner(), 'new@example.org')
  await page.goto(`${adminPath('invitation', 'en')}/${token}`)
  await page.getByLabel(say('en', 'admin.password')).fill(password)
  renameSync(file, `${file}-away`)
  const submit = page.getByRole('button', { name: say('en', 'admin.invitation.submit') })
  await submit.click()
  await expect(page.getByText(say('en', 'admin.refusals.unavailable'))).toBeVisible()
  renameSync(`${file}-away`, file)
  await page.getByLabel(say('en', 'admin.password')).fill(password)
  await submit.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'admin.titles.setUp'))
})

test('a second factor that cannot be stored is no broken page', async ({ page, context, people }) => {
  const token = await people.makeLink(await people.firstOwner(), 'new@example.org')
  const visitor = people.openBrowser()
  expectOk(await acceptInvitation(visitor.request, { token, password }))
  await visitor.enter(context)
  // Who comes in is read, and what is to be stored is not taken.
  await people.database.run(async (client) =>
    client.$executeRawUnsafe(
      'CREATE TRIGGER "outdated" BEFORE UPDATE ON "admin_user" BEGIN INSERT INTO "gone" VALUES (1); END',
    ),
  )
  await expectUnavailable(page, 'fr', adminPath('setUp', 'fr'))
  await expect(page.getByLabel(say('fr', 'admin.code.label'))).toHaveCount(0)
})
