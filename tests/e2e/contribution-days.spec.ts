import type { Page } from '@playwright/test'
import { openDatabase } from '@/lib/db/engine/client'
import { adminPath } from '@/lib/i18n/admin-pages'
import { languages, type Locale } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { press } from '../support/e2e/admin'
import { compareWith, contribute, contributeButton } from '../support/e2e/contribution'
import { test } from '../support/e2e/admin-people'
import { say } from '../support/e2e/questionnaire'
import { expectSaved, openSettings } from '../support/e2e/settings'
import { expect, expectAccessible } from '../support/e2e/test'

test.use({ expectedNoise: /422/ })
test.describe.configure({ timeout: 180_000 })

const answers = { ageBand: 'under35', 'usage.teleconsultation': 'regular' } as const

/** So many days from today, `YYYY-MM-DD` in UTC. */
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const inWords = (locale: Locale, day: string) =>
  new Intl.DateTimeFormat(languages[locale].region, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  )

const dayField = (page: Page, locale: Locale, name: 'firstDay' | 'lastDay') =>
  page.getByLabel(say(locale, `admin.settings.days.${name}.label`), { exact: true })

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('contributions open on their day, and end for good', async ({
      page,
      browser,
      baseURL,
      people,
      file,
    }) => {
      const context = await browser.newContext({ ...(baseURL && { baseURL }), javaScriptEnabled: hasScripts })
      const person = await context.newPage()
      await compareWith(person, locale, answers, hasScripts)
      await openSettings(page, people, locale)
      await expect(page.getByText(say(locale, 'admin.settings.now.open'))).toBeVisible()
      const saveDays = async (first: string, last: string) => {
        await page.goto(adminPath('settings', locale))
        await dayField(page, locale, 'firstDay').fill(first)
        await dayField(page, locale, 'lastDay').fill(last)
        await press(page, locale, 'admin.settings.days.save')
      }
      const [soon, later] = [dayFromNow(3), dayFromNow(30)]

      await saveDays(later, dayFromNow(-1))
      await expect(page.getByText(say(locale, 'admin.refusals.badSettings'))).toBeVisible()
      await expect(dayField(page, locale, 'lastDay')).toBeFocused()
      await expect(page.locator('#days-lastDay-problem')).toHaveText(
        say(locale, 'admin.settings.days.problems.past'),
      )
      await expect(dayField(page, locale, 'firstDay')).toHaveValue(later)
      if (hasScripts) await expectAccessible(page)
      await saveDays(later, soon)
      await expect(page.getByText(say(locale, 'admin.settings.days.problems.order'))).toBeVisible()

      await saveDays(soon, later)
      await expectSaved(page, locale)
      await page.goto(adminPath('settings', locale))
      await expect(dayField(page, locale, 'firstDay')).toHaveValue(soon)
      await expect(page.locator('#contribution-title ~ .notice')).toContainText(inWords(locale, soon))
      await person.goto(pathTo('takePart', locale))
      await expect(person.getByRole('heading', { level: 1 })).toContainText(inWords(locale, soon))
      await expect(contributeButton(person, locale)).toHaveCount(0)
      if (hasScripts) await expectAccessible(person)
      await person.goto(pathTo('results', locale))
      await expect(person.locator('#contribution')).toContainText(inWords(locale, soon))
      await person.goto(pathTo('participants', locale))
      await expect(person.locator('.next-edition')).toContainText(inWords(locale, soon))
      await expect(person.locator('.next-edition')).toContainText(inWords(locale, later))

      // Today is the first day, and the last one.
      await saveDays('', dayFromNow(0))
      await expectSaved(page, locale)
      await contribute(person, locale)
      await page.goto(adminPath('audit', locale))
      await expect(page.locator('.audit-entry').first()).toContainText(
        say(locale, 'admin.audit.actions.contributionDaysChosen'),
      )

      const late = await context.newPage()
      await context.clearCookies()
      await compareWith(late, locale, answers, hasScripts)
      const database = openDatabase(`file:${file}`)
      const lastDay = dayFromNow(-2)
      await database.run(async (client) => client.participation.updateMany({ data: { lastDay } }))
      await database.close()
      for (const route of ['takePart', 'results', 'participants'] as const) {
        await late.goto(pathTo(route, locale))
        await expect(late.locator('main')).toContainText(inWords(locale, lastDay))
        await expect(late.locator('main')).not.toContainText(/pour le moment|at the moment/)
      }
      await page.goto(adminPath('settings', locale))
      await expect(page.locator('#contribution-title ~ .notice')).toContainText(inWords(locale, lastDay))
      await context.close()
    })
  })
}
