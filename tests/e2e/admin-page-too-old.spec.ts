import { adminPath } from '@/lib/i18n/admin-pages'
import { locales } from '@/lib/i18n/locales'
import { codeOf, expectTitle, password, press } from '../support/e2e/admin'
import { test } from '../support/e2e/admin-people'
import { expectAwake } from '../support/e2e/awake'
import { builtActions } from '../support/e2e/admin-walls'
import { say } from '../support/e2e/questionnaire'
import { expectSaved, field, save } from '../support/e2e/settings'
import { loadStalePage, staleId } from '../support/e2e/stale-pages'
import { expect, expectAccessible } from '../support/e2e/test'

// The site is built anew while a page is open: its forms call actions that are not there any more.
test.use({ expectedNoise: /409|422/ })

for (const locale of locales) {
  test(`with scripts, a page that is too old says so, and keeps what was typed but for secrets, ${locale}`, async ({
    page,
    people,
  }) => {
    const owner = await people.firstOwner()
    await loadStalePage(page)
    await page.goto(adminPath('signIn', locale))
    await expectAwake(page)
    await page.getByLabel(say(locale, 'admin.email')).fill(owner.email)
    await page.getByLabel(say(locale, 'admin.password')).fill(password)
    await press(page, locale, 'admin.signIn.submit')
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(
      say(locale, 'admin.refusals.pageTooOld'),
    )
    const reload = page.getByRole('button', { name: say(locale, 'errors.reload') })
    await expect(reload).toBeFocused()
    await expectAccessible(page)
    await reload.press('Enter')
    await expect(reload).toHaveCount(0)
    await expect(page.getByLabel(say(locale, 'admin.email'))).toHaveValue(owner.email)
    await expect(page.getByLabel(say(locale, 'admin.password'))).toHaveValue('')
    await page.getByLabel(say(locale, 'admin.password')).fill(password)
    await press(page, locale, 'admin.signIn.submit')
    await expectTitle(page, locale, 'code')
  })
}

test('with scripts, each kind of field has again what was typed', async ({ page, context, people }) => {
  await (await people.firstOwner()).enter(context)
  const reload = page.getByRole('button', { name: say('en', 'errors.reload') })
  await loadStalePage(page)
  await page.goto(adminPath('accounts', 'en'))
  await expectAwake(page)
  await page.locator('#invite-email').fill('new@example.org')
  await page.locator('#invite-role').selectOption('exporter')
  await press(page, 'en', 'admin.accounts.invite')
  await reload.click()
  await expect(reload).toHaveCount(0)
  await expect(page.locator('#invite-email')).toHaveValue('new@example.org')
  await expect(page.locator('#invite-role')).toHaveValue('exporter')
  await press(page, 'en', 'admin.accounts.invite')
  await expect(page.locator('.shown-once code')).toContainText('/en/admin/invitation/')

  const closed = page.getByRole('radio', { name: say('en', 'admin.settings.contributionOpen.no') })
  await loadStalePage(page)
  await page.goto(adminPath('settings', 'en'))
  await expectAwake(page)
  await field(page, 'en', 'receiptDays').fill('9')
  await closed.check()
  await save(page, 'en', 'Contribution')
  await reload.click()
  await expect(reload).toHaveCount(0)
  await expect(closed).toBeChecked()
  // Another form of the page was not sent.
  await expect(field(page, 'en', 'receiptDays')).toHaveValue('30')
  await save(page, 'en', 'Contribution')
  await expectSaved(page, 'en')
})

test.describe('a script that is not there any more', () => {
  test.use({ expectedNoise: /./ })

  test('breaks the page, which then loads itself anew', async ({ page, context, people }) => {
    const owner = await people.firstOwner()
    await owner.enter(context)
    await page.goto(`${adminPath('confirm', 'en')}?back=editions`)
    // The page that follows has a form of which this one has no script.
    await expectAwake(page)
    await page.route('**/_next/static/chunks/*.js', async (route) => route.fulfill({ status: 404 }))
    await page.getByLabel(say('en', 'admin.code.label')).fill(await codeOf(owner.totpSecret, 1))
    await press(page, 'en', 'admin.confirm.submit')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('en', 'errors.unexpectedTitle'))
    await page.unroute('**/_next/static/chunks/*.js')
    await press(page, 'en', 'errors.retry')
    await expectTitle(page, 'en', 'editions')
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  for (const locale of locales) {
    test(`a page of the site says so, and leads back, ${locale}`, async ({ page }) => {
      await loadStalePage(page)
      await page.goto(adminPath('signIn', locale))
      await page.getByLabel(say(locale, 'admin.email')).fill('someone@example.org')
      await page.getByLabel(say(locale, 'admin.password')).fill(password)
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await press(page, locale, 'admin.signIn.submit')
      expect((await answered).status()).toBe(409)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'errors.pageTooOldTitle'))
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await page.getByRole('link', { name: say(locale, 'errors.reload') }).click()
      await expectTitle(page, locale, 'signIn')
      // The address that the form was posted to: it names the form.
      await expect(page).toHaveURL(new RegExp(`${adminPath('signIn', locale)}(\\?form=sign-in)?$`))
    })
  }
})

test('whatever names an action that is not there gets that page, and a script its header', async ({
  request,
}) => {
  const unknown = staleId([...builtActions().keys()][0] ?? '')
  const address = adminPath('signIn', 'en')
  const bound = JSON.stringify({ id: unknown, bound: '$@1' })
  for (const multipart of [
    { [`$ACTION_ID_${unknown}`]: '' },
    { $ACTION_REF_1: '', '$ACTION_1:0': bound, '$ACTION_1:1': '["en",null]', $ACTION_KEY: 'k' },
    { '$ACTION_ID_of-nothing': '' },
    { $ACTION_ID___proto__: '' },
  ]) {
    const answer = await request.post(address, { multipart, headers: { 'Accept-Encoding': 'gzip' } })
    expect([answer.status(), answer.headers()['content-type']]).toEqual([409, 'text/html; charset=utf-8'])
    expect(answer.headers()).not.toHaveProperty('x-nextjs-action-not-found')
    expect(answer.headers()['content-security-policy']).toContain('sha256-')
    expect(await answer.text()).toContain(say('en', 'errors.pageTooOldTitle'))
  }
  const headers = {
    'Next-Action': unknown,
    'Content-Type': 'text/plain;charset=UTF-8',
    Accept: 'text/x-component',
  }
  const answer = await request.post(address, { headers, data: '[]' })
  expect([answer.status(), answer.headers()['x-nextjs-action-not-found']]).toEqual([409, '1'])
})
