import type { Page } from '@playwright/test'
import { adminPath } from '@/lib/i18n/admin-pages'
import { testAccounts as test } from '../support/e2e/admin-people'
import { say } from '../support/e2e/questionnaire'
import { expect } from '../support/e2e/test'

/** The forms of the page as a manager of passwords and codes reads them: the kinds of their visible fields. */
const formsOf = async (page: Page): Promise<string[][]> =>
  page
    .locator('.action-form')
    .evaluateAll((forms) =>
      forms.map((form) =>
        [...form.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])')].map(
          ({ autocomplete }) => autocomplete,
        ),
      ),
    )

const withPassword = (forms: string[][]) =>
  forms.filter((form) => form.some((kind) => kind.endsWith('password')))

test('a password stands in a form with its account, and a page asks for one code of an authenticator', async ({
  page,
  context,
  people,
}) => {
  const owner = await people.firstOwner()
  await page.goto(adminPath('signIn', 'fr'))
  expect(await formsOf(page)).toEqual([['username', 'current-password']])

  await page.goto(`${adminPath('invitation', 'fr')}/${await people.makeLink(owner, 'new@example.org')}`)
  expect(await formsOf(page)).toEqual([['username', 'new-password']])
  const account = page.locator('[autocomplete="username"]')
  await expect(account).toBeVisible()
  await expect(account).toHaveValue('new@example.org')
  await expect(account).not.toBeEditable()

  await (await people.halfSignedIn(owner.email)).enter(context)
  await page.goto(adminPath('code', 'fr'))
  expect(await formsOf(page)).toEqual([['one-time-code'], ['off']])

  await context.clearCookies()
  await owner.enter(context)
  await page.goto(adminPath('account', 'fr'))
  expect(withPassword(await formsOf(page))).toEqual([['username', 'current-password', 'new-password']])
  await expect(page.locator('[autocomplete="username"]')).toHaveValue(owner.email)
})

test('a form with several required fields says in each label that it is required, and how an address is written', async ({
  page,
  people,
}) => {
  await page.goto(adminPath('signIn', 'fr'))
  const required = say('fr', 'admin.required')
  const fields = page.locator('.action-form input[required]')
  await expect(fields).toHaveCount(2)
  for (const field of await fields.all())
    await expect(field).toHaveAccessibleName(new RegExp(`\\(${required}\\)$`))
  await expect(page.getByLabel(say('fr', 'admin.email'))).toHaveAccessibleDescription(
    say('fr', 'admin.emailHint'),
  )

  const owner = await people.firstOwner()
  await page.goto(`${adminPath('invitation', 'fr')}/${await people.makeLink(owner, 'new@example.org')}`)
  await expect(page.locator('.action-form input[required]')).toHaveAccessibleName(say('fr', 'admin.password'))
})
