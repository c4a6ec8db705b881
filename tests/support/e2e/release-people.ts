import type { Page } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locales'
import { test as base, type Person } from './admin-people'
import { say } from './questionnaire'
import { releaseMaker, withoutPreparation } from './releases'

interface ReleasePeople {
  readonly owner: Person
  /** Whose browser it is. */
  readonly exporter: Person
  /** Makes releases, past the pages; the browser is the exporter's. */
  readonly maker: ReturnType<typeof releaseMaker>
}

/** Tests of anonymised releases, in the browser of an exporter. */
export const test = base.extend<ReleasePeople>({
  settings: async ({}, use) => use(withoutPreparation),
  owner: async ({ people }, use) => use(await people.firstOwner()),
  exporter: async ({ people, owner, context }, use) => {
    const exporter = await people.invite(owner, 'exporter')
    await exporter.enter(context)
    await use(exporter)
  },
  maker: async ({ people, ownSite, exporter: _enters }, use) =>
    use(releaseMaker(people.database, ownSite.dataDir)),
})

export const releaseField = (page: Page, locale: Locale, name: string) =>
  page.getByLabel(say(locale, `admin.releases.${name}.label`))
export const releaseStatus = (page: Page) => page.locator('.release-status')
export const measure = (page: Page, name: string) => page.locator(`[data-measure="${name}"] .release-measure`)
export const downloadLink = (page: Page) => page.locator('.release-file a.button')
