import { HtmlValidate } from 'html-validate'
import { adminPath } from '@/lib/i18n/admin-pages'
import { embedPath, figuresPath } from '@/lib/i18n/data-addresses'
import { locales } from '@/lib/i18n/locales'
import { pathTo, routes, type RouteId } from '@/lib/i18n/routes'
import { comeIn, expectTitle, firstLink, press } from '../support/e2e/admin'
import { contribute } from '../support/e2e/contribution'
import { makeUp } from '../support/e2e/make-up'
import { test as withOwnSite } from '../support/e2e/own-site'
import { compareRemembered } from '../support/e2e/questionnaire'
import { expect, test } from '../support/e2e/test'
import { mixed } from '../support/golden/mixed.data'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'no-inline-style': 'off',
    'attr-case': 'off',
  },
})

/** What is wrong with the HTML of a page. */
const faultsOf = (html: string) =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))

/** Every page that stays: `exit` leads to another site at once. */
const everyRoute = (Object.keys(routes) as RouteId[]).filter((route) => route !== 'exit')

test.describe.configure({ timeout: 180_000 })
for (const each of [test, withOwnSite]) each.use({ expectedNoise: /400|401|403|404|413/ })

test('the validator sees what RGAA 8.2 asks for: values, nesting, ids', () => {
  for (const broken of [
    '<form action="" method="post"><button type="submit">x</button></form>',
    '<figure><svg></svg><figcaption>x</figcaption><p>y</p></figure>',
    '<p><div>x</div></p>',
    '<p id="a">x</p><p id="a">y</p>',
  ]) {
    expect(faultsOf(broken)).not.toEqual([])
  }
})

for (const locale of locales) {
  test(`the HTML of every public page is valid, ${locale}`, async ({ page }) => {
    await compareRemembered(page, locale, mixed.answers)
    await contribute(page, locale)
    for (const route of everyRoute) {
      const response = await page.goto(pathTo(route, locale))
      expect([route, faultsOf((await response?.text()) ?? '')]).toEqual([route, []])
    }
  })

  test(`so is that of a figure, on its page and in other sites, ${locale}`, async ({ request }) => {
    const fragment = 'usage-teleconsultation-under_35'
    const addresses = [
      figuresPath(locale, { waveId: '2025-12', fragment }),
      embedPath(locale, '2025-12', fragment),
    ]
    for (const address of addresses) {
      expect([address, faultsOf(await (await request.get(address)).text())]).toEqual([address, []])
    }
  })
}

withOwnSite('the HTML of an edition is valid', async ({ page, file }) => {
  await makeUp(file, 400)
  for (const address of ['/fr/participants', '/en/participants/demo-1']) {
    const response = await page.goto(address)
    expect([address, faultsOf((await response?.text()) ?? '')]).toEqual([address, []])
  }
})

withOwnSite('the HTML of the admin area is valid', async ({ page, ownSite, file }) => {
  await makeUp(file, 150)
  const signIn = await page.goto(adminPath('signIn', 'fr'))
  expect(faultsOf((await signIn?.text()) ?? '')).toEqual([])
  await comeIn(page, await firstLink(ownSite, 'owner@example.org'))
  for (const name of [
    'dashboard',
    'editions',
    'accounts',
    'settings',
    'operator',
    'audit',
    'account',
  ] as const) {
    const response = await page.goto(adminPath(name, 'fr'))
    await expectTitle(page, 'fr', name)
    expect([name, faultsOf((await response?.text()) ?? '')]).toEqual([name, []])
  }
  await press(page, 'fr', 'admin.account.renewCodes')
  await expectTitle(page, 'fr', 'recoveryCodes')
  const codes = await page.goto(adminPath('recoveryCodes', 'fr'))
  expect(faultsOf((await codes?.text()) ?? '')).toEqual([])
})
