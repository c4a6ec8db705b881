import type { Page } from '@playwright/test'
import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import { codeOf, expectTitle, keepCodes, password, press } from '../support/e2e/admin'
import { testAccounts as test, test as withOwnSite } from '../support/e2e/admin-people'
import { schemeBox, schemeEffect } from '../support/e2e/editions'
import { say } from '../support/e2e/questionnaire'
import { expectSaved, field, save } from '../support/e2e/settings'
import { expect } from '../support/e2e/test'
import { expectTranslated, translatePages } from '../support/e2e/translated'

// A browser that translates replaces every text: React throws where it then looks for one that stood beside another, and
// what it throws fails the test.
test.use({ expectedNoise: /422/ })
test.beforeEach(async ({ page }) => translatePages(page))

async function open(page: Page, title: AdminPage): Promise<void> {
  await page.goto(adminPath(title, 'fr'))
  await expectTranslated(page)
}

test('the way in, translated: refused, set up, with recovery codes, out and in again', async ({
  page,
  people,
}) => {
  const owner = await people.firstOwner()
  await page.goto(`${adminPath('invitation', 'fr')}/${await people.makeLink(owner, 'new@example.org')}`)
  await expectTranslated(page)
  await page.getByLabel(say('fr', 'admin.password')).fill('too short')
  await press(page, 'fr', 'admin.invitation.submit')
  await expect(page.getByText(say('fr', 'admin.refusals.tooShort'))).toBeVisible()
  await page.getByLabel(say('fr', 'admin.password')).fill(password)
  await press(page, 'fr', 'admin.invitation.submit')
  await expectTitle(page, 'fr', 'setUp')
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel(say('fr', 'admin.code.label')).fill('000000')
  await press(page, 'fr', 'admin.setUp.submit')
  await expect(page.getByText(say('fr', 'admin.refusals.wrongCode'))).toBeVisible()
  await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(secret))
  await press(page, 'fr', 'admin.setUp.submit')
  await expectTitle(page, 'fr', 'recoveryCodes')
  await expectTranslated(page)
  await keepCodes(page, 'fr')
  await expectTitle(page, 'fr', 'dashboard')
  await press(page, 'fr', 'admin.signOut')
  await expectTitle(page, 'fr', 'signIn')
  await page.getByLabel(say('fr', 'admin.email')).fill('new@example.org')
  await page.getByLabel(say('fr', 'admin.password')).fill('not the right one')
  await press(page, 'fr', 'admin.signIn.submit')
  await expect(page.getByText(say('fr', 'admin.refusals.refused'))).toBeVisible()
  await page.getByLabel(say('fr', 'admin.password')).fill(password)
  await press(page, 'fr', 'admin.signIn.submit')
  await expectTitle(page, 'fr', 'code')
  await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(secret, 1))
  await press(page, 'fr', 'admin.code.submit')
  await expectTitle(page, 'fr', 'dashboard')
})

test('accounts, translated: an invitation, another role, a link that is taken back', async ({
  page,
  context,
  people,
}) => {
  const owner = await people.firstOwner()
  const viewer = await people.invite(owner, 'viewer')
  await owner.enter(context)
  await open(page, 'accounts')
  await page.locator('#invite-email').fill('new@example.org')
  await press(page, 'fr', 'admin.accounts.invite')
  await expect(page.locator('.shown-once code')).toContainText('/fr/admin/invitation/')
  const invitation = page.locator('.card', { hasText: 'new@example.org' })
  await invitation.getByRole('button', { name: say('fr', 'admin.accounts.withdraw') }).click()
  await expect(invitation).toHaveCount(0)

  const card = page.locator('.card', { hasText: viewer.email })
  await card.getByText(say('fr', 'admin.accounts.change'), { exact: true }).click()
  await card.getByLabel(say('fr', 'admin.accounts.role')).selectOption('exporter')
  await card.getByRole('button', { name: say('fr', 'admin.accounts.changeRole') }).click()
  await expect(card).toContainText(say('fr', 'admin.accounts.roleChanged'))
  // What the server renders anew is written anew.
  await expect(card.locator('h2 + p')).toContainText(say('fr', 'admin.roles.exporter'))
})

withOwnSite('settings, recovery codes and a password, translated', async ({ page, context, people }) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await open(page, 'settings')
  const days = field(page, 'fr', 'receiptDays')
  await days.fill('31')
  await save(page, 'fr', 'Retention')
  await expect(page.getByText(say('fr', 'admin.refusals.badSettings'))).toBeVisible()
  await days.fill('8')
  await save(page, 'fr', 'Retention')
  await expectSaved(page, 'fr')
  await expect(days).toHaveAccessibleDescription(/\b8\b/)

  await open(page, 'account')
  await press(page, 'fr', 'admin.account.renewCodes')
  await expectTitle(page, 'fr', 'recoveryCodes')
  await expect(page.locator('.recovery-codes li')).toHaveCount(10)
  await keepCodes(page, 'fr')
  await expectTitle(page, 'fr', 'account')
  await page.getByLabel(say('fr', 'admin.account.presentPassword')).fill(password)
  await page.getByLabel(say('fr', 'admin.account.newPassword')).fill('nine yellow trains in the rain')
  await press(page, 'fr', 'admin.account.changePassword')
  await expect(page.getByText(say('fr', 'admin.account.passwordChanged'))).toBeVisible()
})

withOwnSite('the columns of the file, translated: seen, and chosen', async ({ page, context, people }) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await open(page, 'editions')
  await schemeBox(page, 'teleconsultation').check()
  await expect(schemeEffect(page)).toContainText(say('fr', 'toolLabels.teleconsultation'))
  await schemeBox(page, 'socialNetworks').check()
  await schemeBox(page, 'teleconsultation').uncheck()
  await expect(schemeEffect(page)).not.toContainText(say('fr', 'toolLabels.teleconsultation'))
  await press(page, 'fr', 'admin.editions.scheme.choose')
  await expect(page.getByText(say('fr', 'admin.editions.scheme.done'))).toBeVisible()
  await expect(page.locator('.scheme-present')).toContainText(say('fr', 'toolLabels.socialNetworks'))
})
