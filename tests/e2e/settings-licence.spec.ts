import { adminPath } from '@/lib/i18n/admin-pages'
import { licences } from '@/lib/settings/licences'
import { test } from '../support/e2e/admin-people'
import { say } from '../support/e2e/questionnaire'
import { expectSaved, openSettings, save } from '../support/e2e/settings'
import { expect } from '../support/e2e/test'

test.describe.configure({ timeout: 180_000 })

for (const [hasScripts, locale] of [
  [true, 'fr'],
  [false, 'en'],
] as const) {
  test.describe(`scripts ${hasScripts ? 'on' : 'off'}, ${locale}`, () => {
    test.use({ javaScriptEnabled: hasScripts })

    test('the licence is chosen, recorded with its name, and can be taken back', async ({ page, people }) => {
      await openSettings(page, people, locale)
      const radio = (name: string) => page.getByRole('radio', { name, exact: true })
      const none = say(locale, 'admin.settings.licence.none')
      await expect(radio(none)).toBeChecked()
      for (const { title, key } of licences) {
        await expect(radio(title)).toHaveAccessibleDescription(
          say(locale, `admin.settings.licence.meanings.${key}`),
        )
      }
      const choose = async (name: string) => {
        await radio(name).check()
        await save(page, locale, 'Licence')
        await expectSaved(page, locale)
        await page.goto(adminPath('settings', locale))
        await expect(radio(name)).toBeChecked()
      }
      await choose('Licence Ouverte / Open Licence 2.0 (Etalab)')
      await choose(none)
      await page.goto(adminPath('audit', locale))
      const entries = page.locator('.audit-entries')
      await expect(entries).toContainText(say(locale, 'admin.settings.licence.label'))
      const word = say(locale, 'admin.audit.words.none')
      await expect(entries).toContainText(new RegExp(`${word}\\. \\S+\\W+etalab-2\\.0`))
      await expect(entries).toContainText(new RegExp(`etalab-2\\.0\\. \\S+\\W+${word}`))
    })
  })
}
