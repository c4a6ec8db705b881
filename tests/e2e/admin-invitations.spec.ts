import type { Page } from '@playwright/test'
import { adminPath } from '@/lib/i18n/admin-pages'
import { locales, type Locale } from '@/lib/i18n/locales'
import { expectTitle, press } from '../support/e2e/admin'
import { testAccounts as test, test as withOwnSite } from '../support/e2e/admin-people'
import { builtActions, formsOf } from '../support/e2e/admin-walls'
import { expectAwake } from '../support/e2e/awake'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /422/ })
test.describe.configure({ timeout: 180_000 })

const made = (page: Page) => page.locator('.shown-once')
const address = (page: Page) => page.getByLabel(/E-mail address|Adresse électronique/)
const role = (page: Page) => page.locator('#invite-role')

async function invite(page: Page, locale: Locale, email: string): Promise<void> {
  await address(page).fill(email)
  await press(page, locale, 'admin.accounts.invite')
}

for (const locale of locales) {
  for (const hasScripts of [true, false]) {
    test.describe(`${locale}, scripts ${hasScripts ? 'on' : 'off'}`, () => {
      test.use({ javaScriptEnabled: hasScripts })

      test('a second owner is suggested until there is one; the form stays for the next person', async ({
        page,
        context,
        people,
        served,
      }) => {
        const owner = await people.firstOwner()
        await owner.enter(context)
        await page.goto(adminPath('accounts', locale))
        await expect(page.getByText(say(locale, 'admin.accounts.onlyOwner'))).toBeVisible()
        await page.getByRole('link', { name: say(locale, 'admin.accounts.inviteOwner') }).click()
        await expect(page).toHaveURL(/\?invite=owner#invite-title$/)
        await expect(role(page)).toHaveValue('owner')
        if (hasScripts) await expectAwake(page)

        await invite(page, locale, 'second@example.org')
        await expect(made(page)).toContainText('second@example.org')
        await expect(made(page)).toContainText(say(locale, 'admin.roles.owner'))
        if (hasScripts) await expect(made(page)).toBeFocused()
        const link = (await made(page).locator('code').textContent()) ?? ''
        await expect(page.getByText(say(locale, 'admin.accounts.secondInvited'))).toBeVisible()
        if (hasScripts) await expectAccessible(page)

        // Refused: what was typed and the link that nobody may have copied yet are both there.
        await expect(address(page)).toHaveValue('')
        await invite(page, locale, owner.email)
        await expect(page.getByText(say(locale, 'admin.refusals.accountExists'))).toBeVisible()
        await expect(address(page)).toHaveValue(owner.email)
        await expect(made(page).locator('code')).toHaveText(link)

        await role(page).selectOption('exporter')
        await invite(page, locale, 'third@example.org')
        await expect(made(page)).toContainText('third@example.org')
        await expect(made(page)).toHaveCount(1)
        await expect(made(page).locator('code')).not.toHaveText(link)
        await expect(address(page)).toHaveValue('')

        await made(page).getByText(say(locale, 'admin.accounts.message')).click()
        const message = made(page).locator('.message')
        for (const told of [
          served.url,
          say(locale, 'admin.roles.exporter'),
          say(locale, 'admin.roleNotes.exporter'),
          say(locale, 'admin.invitation.needsAuthenticator'),
          '12',
          ' UTC',
          (await made(page).locator('code').textContent()) ?? '',
        ]) {
          await expect(message).toContainText(told)
        }
        if (hasScripts) await expectAccessible(page)

        await people.enterAs(owner, 'another@example.org')
        await page.goto(adminPath('accounts', locale))
        await expect(page.locator('.card', { hasText: 'another@example.org' })).toBeVisible()
        for (const key of ['onlyOwner', 'secondInvited']) {
          await expect(page.getByText(say(locale, `admin.accounts.${key}`))).toHaveCount(0)
        }
      })

      test('a person who follows a link reads for which role and site it is, and what is needed', async ({
        page,
        people,
        served,
      }) => {
        const owner = await people.firstOwner()
        const place = adminPath('invitation', locale)
        await page.goto(`${place}/${await people.makeLink(owner, 'new@example.org')}`)
        await expectTitle(page, locale, 'invitation')
        const main = page.locator('main')
        for (const told of [
          'new@example.org',
          served.url,
          say(locale, 'admin.roles.viewer'),
          say(locale, 'admin.roleNotes.viewer'),
          say(locale, 'admin.invitation.needsAuthenticator'),
          say(locale, 'admin.invitation.needsPlace'),
        ]) {
          await expect(main).toContainText(told)
        }
        await expect(main.locator('li').first()).toContainText('12')
        if (hasScripts) await expectAccessible(page)
      })
    })
  }

  test(`the link and the message are copied, ${locale}`, async ({ page, context, people }) => {
    const owner = await people.firstOwner()
    await owner.enter(context)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(adminPath('accounts', locale))
    await expectAwake(page)
    await invite(page, locale, 'new@example.org')
    const copied = async (name: string) => {
      await made(page)
        .getByRole('button', { name: say(locale, `admin.accounts.${name}`) })
        .click()
      await expect(made(page).locator('[role="status"]')).toHaveText(say(locale, 'admin.accounts.copied'))
      return page.evaluate(async () => navigator.clipboard.readText())
    }
    const link = (await made(page).locator('code').textContent()) ?? ''
    expect(await copied('copyLink')).toBe(link)
    await made(page).getByText(say(locale, 'admin.accounts.message')).click()
    expect(await copied('copyMessage')).toContain(link)

    // A link to recover an account is copied in the same way.
    const card = page.locator('.card', { hasText: owner.email })
    await card.getByText(say(locale, 'admin.accounts.change'), { exact: true }).click()
    await card.getByRole('button', { name: say(locale, 'admin.accounts.recover') }).click()
    await card.getByRole('button', { name: say(locale, 'admin.accounts.copyLink') }).click()
    await expect
      .poll(async () => page.evaluate(async () => navigator.clipboard.readText()))
      .toBe(await card.locator('.shown-once code').textContent())
  })
}

test('what a form says of the link before may be anything', async ({ page, context, people, served }) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await page.goto(adminPath('accounts', 'en'))
  const forms = await formsOf(page, builtActions())
  const form = forms.find(({ action }) => action === 'inviteAction')
  if (form === undefined) throw new Error('no such form')
  const headers = { Cookie: owner.cookie(), Origin: served.url }
  const post = async (before: unknown) => {
    const fields = Object.entries(form.fields).map(([name, text]) => [
      name,
      // The arguments that the action is given beside the form: the language, and the outcome before.
      text === '["en",null]' ? JSON.stringify(['en', before]) : text,
    ])
    expect(fields).not.toEqual(Object.entries(form.fields))
    const multipart = Object.fromEntries(fields) as Record<string, string>
    const answer = await page.request.post(form.address, {
      headers,
      multipart: { ...multipart, email: 'nobody' },
    })
    return [answer.status(), await answer.text()] as const
  }
  const link = { title: 'For somebody', address: 'http://elsewhere.example', message: '<script>' }
  for (const before of [{}, { link: 7 }, { link: { ...link, title: {} } }, [link], 'text']) {
    const [status, text] = await post(before)
    expect([status, text.includes('shown-once')]).toEqual([422, false])
  }
  const [status, text] = await post({ link })
  expect([status, text.includes('shown-once'), text.includes('<script></pre>')]).toEqual([422, true, false])
})

/** The sentence that a page says of an address, in English. */
const sentence = (key: string, origin: string) =>
  say('en', `admin.accounts.${key}`).replace('{origin}', origin).replace('{variable}', 'MIROIR_URL')

test('without a public address the page says where the links lead, and where not', async ({
  page,
  context,
  people,
  served,
}) => {
  const owner = await people.firstOwner()
  await owner.enter(context)
  await page.goto(adminPath('accounts', 'en'))
  await expect(page.getByText(sentence('localAddress', served.url))).toBeVisible()
  const headers = { 'X-Forwarded-Host': 'miroir.example', Cookie: owner.cookie() }
  const proxied = await page.request.get(adminPath('accounts', 'en'), { headers })
  expect(await proxied.text()).toContain(sentence('ownAddress', 'http://miroir.example'))
})

withOwnSite.describe('with one', () => {
  withOwnSite.use({ settings: { MIROIR_URL: 'http://miroir.example' } })

  withOwnSite('it says nothing of the kind', async ({ page, people }) => {
    const owner = await people.firstOwner()
    const headers = { Cookie: owner.cookie() }
    const answer = await page.request.get(adminPath('accounts', 'en'), { headers })
    const text = await answer.text()
    expect(text).toContain(say('en', 'admin.accounts.inviteTitle'))
    expect(text).not.toContain('MIROIR_URL')
  })
})
