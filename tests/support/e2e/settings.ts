import type { Page } from '@playwright/test'
import { adminPath } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'
import { expectTitle, press } from './admin'
import type { People, Person } from './admin-people'
import { say } from './questionnaire'
import { expect } from './test'

/** Makes the first owner, who goes to the settings. */
export async function openSettings(page: Page, people: People, locale: Locale): Promise<Person> {
  const owner = await people.firstOwner()
  await owner.enter(page.context())
  await page.goto(adminPath('settings', locale))
  await expectTitle(page, locale, 'settings')
  return owner
}

export const field = (page: Page, locale: Locale, name: string) =>
  page.getByLabel(say(locale, `admin.settings.${name}.label`))

export async function save(
  page: Page,
  locale: Locale,
  group: 'Contribution' | 'Editions' | 'Retention' | 'Licence',
) {
  await press(page, locale, `admin.settings.save${group}`)
}

export async function expectSaved(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByText(say(locale, 'admin.settings.done'))).toBeVisible()
}
