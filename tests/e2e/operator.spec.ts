import { adminPath } from '@/lib/i18n/admin-pages'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { openDatabase } from '@/lib/db/engine/client'
import { comeIn, expectTitle, firstLink } from '../support/e2e/admin'
import {
  compareWith,
  consentBox,
  contribute,
  contributeButton,
  openTakePart,
} from '../support/e2e/contribution'
import { operatorField, saveOperator } from '../support/e2e/operator'
import { test } from '../support/e2e/own-site'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible } from '../support/e2e/test'
import { namedOperator, nameOperator } from '../support/named-operator'

test.use({ expectedNoise: /422|401|403|503/ })
test.describe.configure({ timeout: 180_000 })

const answers = { ageBand: 'under35', 'usage.teleconsultation': 'regular' } as const

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`a new site, scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts, isNew: true })

    test('takes no answers before an owner says who runs it; then every page that names the operator does', async ({
      page,
      browser,
      baseURL,
      ownSite,
      responses,
    }) => {
      const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: hasScripts })
      const person = await context.newPage()
      const title = person.getByRole('heading', { level: 1 })
      await compareWith(person, locale, answers, hasScripts)
      await expect(person.getByText(say(locale, 'contribution.closed.operatorUnnamed.offer'))).toBeVisible()
      await person.goto(pathTo('takePart', locale))
      await expect(title).toHaveText(say(locale, 'contribution.closed.operatorUnnamed.title'))
      if (hasScripts) await expectAccessible(person)
      await person.goto(pathTo('legalNotice', locale))
      await expect(person.getByText(say(locale, 'operator.notSaid'))).toHaveCount(10)
      if (hasScripts) await expectAccessible(person)

      await comeIn(page, await firstLink(ownSite, 'owner@example.org'), hasScripts)
      await page.goto(adminPath('dashboard', locale))
      const list = page.locator('.opening-list')
      await expect(list.locator('[data-done="false"]')).toHaveCount(7)
      if (hasScripts) await expectAccessible(page)
      await list.getByRole('link', { name: say(locale, 'admin.opening.items.operator.name') }).click()
      await expectTitle(page, locale, 'operator')
      await expect(page.getByText(say(locale, 'admin.operator.needed'))).toBeVisible()
      if (hasScripts) await expectAccessible(page)

      const field = operatorField.bind(null, page, locale)
      await field('name').fill('Association Exemple')
      await field('postalAddress').fill('1 rue Inventée\n75000 Paris')
      await field('email').fill('nobody')
      await field('purpose', 'fr').fill('Une étude.')
      await saveOperator(page, locale)
      await expect(page.getByText(say(locale, 'admin.refusals.badSettings'))).toBeVisible()
      await expect(field('email')).toBeFocused()
      for (const [control, problem] of [
        [field('email'), 'notEmail'],
        [field('purpose', 'en'), 'otherLanguage'],
      ] as const) {
        const id = (await control.getAttribute('aria-describedby'))?.split(' ').at(-1)
        await expect(page.locator(`[id="${id}"]`)).toHaveText(
          say(locale, `admin.operator.problems.${problem}`),
        )
        await expect(control).toHaveAttribute('aria-invalid', 'true')
      }
      await expect(field('name')).toHaveValue('Association Exemple')
      await expect(field('postalAddress')).toHaveValue('1 rue Inventée\n75000 Paris')
      await expect(field('purpose', 'fr')).toHaveValue('Une étude.')
      if (hasScripts) await expectAccessible(page)

      await field('email').fill('contact@example.org')
      await field('purpose', 'en').fill('A study.')
      await field('hostName').fill('Hébergeur Exemple')
      await field('copyDays').fill('14')
      await saveOperator(page, locale)
      await expect(page.getByText(say(locale, 'admin.operator.done'), { exact: true })).toBeVisible()
      await expect(page.getByText(say(locale, 'admin.operator.needed'))).toHaveCount(0)

      await person.goto(pathTo('takePart', locale))
      await expect(person.locator('.take-part')).toContainText('Association Exemple')
      await expect(person.locator('.take-part').getByText('contact@example.org')).toBeVisible()
      if (hasScripts) await expectAccessible(person)
      await contribute(person, locale)
      expect(await responses()).toHaveLength(1)

      for (const each of locales) {
        // Pages that are kept are made anew after some seconds.
        await expect(async () => {
          await person.goto(pathTo('legalNotice', each))
          await expect(person.locator('#publisher')).toContainText('Association Exemple', { timeout: 1000 })
        }).toPass()
        await expect(person.locator('#host')).toContainText('Hébergeur Exemple')
        await person.goto(pathTo('privacy', each))
        await expect(person.locator('#purpose')).toContainText(each === 'fr' ? 'Une étude.' : 'A study.')
        await expect(person.locator('#operator')).toContainText('contact@example.org')
        await expect(person.locator('#kept')).toContainText(/14 (jours au plus|days)|At most 14 days/)
        await person.goto(pathTo('accessibility', each))
        await expect(person.locator('#scope')).toContainText('Association Exemple')
      }

      await page.goto(adminPath('audit', locale))
      const entry = page.locator('.audit-entry').first()
      await expect(entry).toContainText(say(locale, 'admin.audit.actions.operatorChanged'))
      await expect(entry).toContainText(say(locale, 'admin.operator.fields.postalAddress.label'))
      await expect(entry).not.toContainText('Inventée')
      await page.goto(adminPath('dashboard', locale))
      await expect(list.locator('[data-item="operator"]')).toContainText(say(locale, 'admin.opening.done'))
      await context.close()
    })
  })

  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('a form that was loaded before the operator’s address went is refused, and the page says why', async ({
      page,
      file,
      responses,
    }) => {
      await compareWith(page, locale, answers, hasScripts)
      await openTakePart(page, locale)
      const database = openDatabase(`file:${file}`)
      await nameOperator(database, { ...namedOperator, email: null })
      const refused = page.waitForResponse((response) => response.request().method() === 'POST')
      await consentBox(page, locale).check()
      await contributeButton(page, locale).click()
      expect((await refused).status()).toBe(422)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say(locale, 'contribution.closed.operatorUnnamed.title'),
      )
      await expect(page.getByText(say(locale, 'contribution.refusals.closed'))).toBeVisible()
      expect(await responses()).toEqual([])

      await nameOperator(database)
      await database.close()
      await contribute(page, locale)
      expect(await responses()).toHaveLength(1)
    })
  })
}

test('without the database, pages about the operator say that it cannot be read, and nothing false', async ({
  page,
  file,
}) => {
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => client.$executeRawUnsafe('ALTER TABLE "operator" RENAME TO "away"'))
  await expect(async () => {
    const response = await page.goto(pathTo('legalNotice', 'fr'))
    expect(response?.status()).toBe(503)
  }).toPass()
  await expect(page.getByText(say('fr', 'operator.unreadable')).first()).toBeVisible()
  await expectAccessible(page)
  for (const route of ['privacy', 'accessibility'] as const) {
    expect((await page.goto(pathTo(route, 'en')))?.status()).toBe(503)
    await expect(page.getByText(say('en', 'operator.unreadable')).first()).toBeVisible()
    await expect(page.getByText(say('en', 'operator.unnamed'))).toHaveCount(0)
    await expectAccessible(page)
  }
  await database.run(async (client) => client.$executeRawUnsafe('ALTER TABLE "away" RENAME TO "operator"'))
  await database.close()
  await expect(async () => {
    await page.goto(pathTo('legalNotice', 'fr'))
    await expect(page.locator('#publisher')).toContainText('Association des essais', { timeout: 1000 })
  }).toPass()
})
