import type { Browser, Page } from '@playwright/test'
import { openDatabase } from '@/lib/db/engine/client'
import { editionRow } from '@/lib/db/edition-row'
import { adminPath } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { codeOf, expectTitle, press } from '../support/e2e/admin'
import { expectAwake } from '../support/e2e/awake'
import {
  compareWith,
  consentBox,
  contribute,
  contributeButton,
  openTakePart,
  shownReceipt,
  withdraw,
} from '../support/e2e/contribution'
import { figureRows, rowCount } from '../support/e2e/figures'
import { test } from '../support/e2e/admin-people'
import { compareRemembered, say } from '../support/e2e/questionnaire'
import { expectSaved, field, openSettings, save } from '../support/e2e/settings'
import { expect, expectAccessible } from '../support/e2e/test'
import { emptyEdition } from '../support/empty-edition'
import { mixed } from '../support/golden/mixed.data'

test.use({ expectedNoise: /422|401|403|503/ })
test.describe.configure({ timeout: 180_000 })

const answers = { ageBand: 'under35', 'usage.teleconsultation': 'regular' } as const

/** Another person's browser, of which the tests expect what they expect of the first. */
async function elsewhere(browser: Browser, baseURL: string | undefined, hasScripts = true): Promise<Page> {
  const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: hasScripts })
  return context.newPage()
}

async function setNumber(page: Page, locale: Locale, name: string, number: number): Promise<void> {
  await field(page, locale, name).fill(String(number))
  await save(page, locale, name === 'smallestGroup' ? 'Editions' : 'Retention')
  await expectSaved(page, locale)
  await page.goto(adminPath('settings', locale))
  await expect(field(page, locale, name)).toHaveValue(String(number))
}

async function setContributionOpen(page: Page, locale: Locale, option: 'yes' | 'no'): Promise<void> {
  await page.goto(adminPath('settings', locale))
  await page.getByRole('radio', { name: say(locale, `admin.settings.contributionOpen.${option}`) }).check()
  await save(page, locale, 'Contribution')
  await expectSaved(page, locale)
}

/** Stores an edition of made-up responses that has this smallest group. */
async function storeEdition(file: string, smallestGroup: number): Promise<void> {
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) =>
    client.edition.create({ data: editionRow({ ...emptyEdition, smallestGroup }) }),
  )
  await database.close()
}

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('contributions are closed: pages say so, a form loaded before is refused, codes work', async ({
      page,
      browser,
      baseURL,
      people,
      responses,
    }) => {
      const before = await elsewhere(browser, baseURL, hasScripts)
      await compareWith(before, locale, answers, hasScripts)
      const code = await contribute(before, locale)
      const late = await elsewhere(browser, baseURL, hasScripts)
      await compareWith(late, locale, answers, hasScripts)
      await openTakePart(late, locale)

      await openSettings(page, people, locale)
      await setContributionOpen(page, locale, 'no')

      await consentBox(late, locale).check()
      await contributeButton(late, locale).click()
      await expect(late.getByText(say(locale, 'contribution.refusals.closed'))).toBeVisible()
      await expect(late.getByRole('heading', { level: 1 })).toHaveText(
        say(locale, 'contribution.closed.byHand.title'),
      )
      await expect(late.getByRole('heading', { level: 1 })).toBeFocused()
      expect(await responses()).toHaveLength(1)
      if (hasScripts) await expectAccessible(late)
      await late.goto(pathTo('takePart', locale))
      await expect(late.getByRole('heading', { level: 1 })).toHaveText(
        say(locale, 'contribution.closed.byHand.title'),
      )
      await expect(contributeButton(late, locale)).toHaveCount(0)
      await expect(late.locator('.problem')).toHaveCount(0)
      await late.goto(pathTo('results', locale))
      await expect(late.getByText(say(locale, 'contribution.closed.byHand.offer'))).toBeVisible()
      await expect(figureRows(late)).toHaveCount(rowCount)

      await before.reload()
      await expect(shownReceipt(before)).toHaveText(code)
      await withdraw(before, locale, code)
      await expect(before.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'withdrawn.title'))
      expect(await responses()).toEqual([])

      await setContributionOpen(page, locale, 'yes')
      await contribute(late, locale)
      expect(await responses()).toHaveLength(1)
      await late.context().close()
      await before.context().close()
    })

    test('the smallest group and the rhythm of editions are chosen, and recorded', async ({
      page,
      people,
      file,
    }) => {
      await openSettings(page, people, locale)
      const year = page.getByRole('radio', { name: say(locale, 'admin.settings.yearlyEditions.yes') })
      await expect(year).not.toBeChecked()
      await year.check()
      await setNumber(page, locale, 'smallestGroup', 20)
      await expect(year).toBeChecked()
      await page.goto(adminPath('audit', locale))
      for (const name of ['smallestGroup', 'yearlyEditions']) {
        await expect(page.locator('.audit-entries')).toContainText(
          say(locale, `admin.settings.${name}.label`),
        )
      }
      // Once an edition has it, none of the wave can have a smaller one.
      await storeEdition(file, 20)
      await page.goto(adminPath('settings', locale))
      await field(page, locale, 'smallestGroup').fill('19')
      await save(page, locale, 'Editions')
      await expect(page.getByText(say(locale, 'admin.refusals.badSettings'))).toBeVisible()
      await expect(field(page, locale, 'smallestGroup')).toBeFocused()
      await expect(field(page, locale, 'smallestGroup')).toHaveAccessibleDescription(
        /(entre|between) 20 (et|and) 100/,
      )
      if (hasScripts) await expectAccessible(page)
      await page.goto(adminPath('settings', locale))
      await setNumber(page, locale, 'smallestGroup', 21)
    })

    test('a shorter period is what receipts promise; what is out of range changes nothing', async ({
      page,
      browser,
      baseURL,
      people,
    }) => {
      await openSettings(page, people, locale)
      await field(page, locale, 'receiptDays').fill('31')
      await field(page, locale, 'responseMonths').fill('')
      await save(page, locale, 'Retention')
      await expect(page.getByText(say(locale, 'admin.refusals.badSettings'))).toBeVisible()
      const days = field(page, locale, 'receiptDays')
      await expect(days).toBeFocused()
      await expect(days).toHaveValue('31')
      await expect(days).toHaveAccessibleDescription(/(entre|between) 7 (et|and) 30/)
      await expect(field(page, locale, 'responseMonths')).toHaveAccessibleDescription(
        /(de|from) 1 (à|to) 24\./,
      )
      if (hasScripts) await expectAccessible(page)
      await page.goto(adminPath('settings', locale))
      await expect(days).toHaveValue('30')

      await setNumber(page, locale, 'receiptDays', 8)
      const person = await elsewhere(browser, baseURL)
      await compareRemembered(person, locale, answers)
      await openTakePart(person, locale)
      await expect(person.locator('main')).toContainText(/30 (jours|days)/)
      await expect(person.locator('main')).toContainText(/8 (jours|days)/)
      await contribute(person, locale)
      await expect(person.locator('main')).toContainText(/8 (jours|days)/)
      await expect(person.locator('main')).not.toContainText(/30 (jours|days)/)
      await person.goto(pathTo('withdraw', locale))
      await expect(person.locator('main')).toContainText(/8 (jours|days)/)
      // The log names the setting as its field does.
      await page.goto(adminPath('audit', locale))
      await expect(page.locator('.audit-entries')).toContainText(
        say(locale, 'admin.settings.receiptDays.label'),
      )
      // What was consented to, at most.
      await person.goto(pathTo('privacy', locale))
      await expect(person.locator('main')).toContainText(/30 (jours|days)/)
      await person.context().close()
    })
  })
}

test('a keyboard is enough', async ({ page, people }) => {
  await openSettings(page, people, 'en')
  await expectAwake(page)
  await expectAccessible(page)
  await page.getByRole('radio', { name: say('en', 'admin.settings.contributionOpen.yes') }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expectSaved(page, 'en')
  await page.getByRole('button', { name: say('en', 'admin.settings.days.save') }).focus()
  await page.keyboard.press('Tab')
  await expect(field(page, 'en', 'smallestGroup')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('50')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('en', 'admin.settings.done'))).toHaveCount(2)
  await page.reload()
  await expect(field(page, 'en', 'smallestGroup')).toHaveValue('50')
  await expect(
    page.getByRole('radio', { name: say('en', 'admin.settings.contributionOpen.no') }),
  ).toBeChecked()
})

test('what nobody may set is told, with the words of the consent', async ({ page, people }) => {
  await openSettings(page, people, 'fr')
  await page.getByText(say('fr', 'admin.settings.consentWords')).click()
  await expect(page.getByText(say('fr', 'consent.notKept.text'))).toBeVisible()
  await expectAccessible(page)
})

test('a second factor of too long ago is asked for again', async ({ page, people, file }) => {
  const { totpSecret } = await openSettings(page, people, 'fr')
  const database = openDatabase(`file:${file}`)
  const secondFactorAt = new Date(Date.now() - 16 * 60_000)
  await database.run(async (client) => client.adminSession.updateMany({ data: { secondFactorAt } }))
  await database.close()
  await save(page, 'fr', 'Contribution')
  await expect(page.getByText(say('fr', 'admin.refusals.notFresh'))).toBeVisible()

  await page.reload()
  await page.getByRole('link', { name: say('fr', 'admin.confirm.go') }).click()
  await page.getByLabel(say('fr', 'admin.code.label')).fill(await codeOf(totpSecret, 1))
  await press(page, 'fr', 'admin.confirm.submit')
  await expectTitle(page, 'fr', 'settings')
  await setContributionOpen(page, 'fr', 'no')
})

test('viewers and exporters are not let in', async ({ browser, baseURL, people }) => {
  const owner = await people.firstOwner()
  for (const role of ['viewer', 'exporter'] as const) {
    const page = await elsewhere(browser, baseURL)
    await (await people.invite(owner, role)).enter(page.context())
    await page.goto(adminPath('dashboard', 'en'))
    await expectTitle(page, 'en', 'dashboard')
    await expect(page.getByRole('link', { name: say('en', 'admin.titles.settings') })).toHaveCount(0)
    const refused = await page.goto(adminPath('settings', 'en'))
    expect(refused?.status()).toBe(403)
    await expect(page.getByText(say('en', 'admin.forbidden'))).toBeVisible()
    await page.context().close()
  }
})

test('where the settings cannot be read, the comparison stays, and nothing more is shown or kept', async ({
  page,
  file,
  responses,
}) => {
  await compareRemembered(page, 'fr', mixed.answers)
  await openTakePart(page, 'fr')
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => client.$executeRawUnsafe('DELETE FROM "setting"'))
  await database.close()
  await consentBox(page, 'fr').check()
  await contributeButton(page, 'fr').click()
  await expect(page.getByText(say('fr', 'contribution.refusals.notKept'))).toBeVisible()
  expect(await responses()).toEqual([])

  await page.goto(pathTo('results', 'fr'))
  await expect(figureRows(page)).toHaveCount(rowCount)
  await expect(page.getByText(say('fr', 'contribution.closed.unreadable.offer'))).toBeVisible()
})
