import type { Page } from '@playwright/test'
import { test as base, type Person } from './admin-people'
import { afterStart, makeUp } from './make-up'

export interface EditionPeople {
  readonly owner: Person
  readonly exporter: Person
  /** Puts made-up responses into the site's database, and publishes an edition of them, if there are enough. */
  readonly makeEdition: (count?: number) => Promise<void>
}

/** Tests of editions: nobody's browser has come in. */
export const test = base.extend<EditionPeople>({
  owner: async ({ people }, use) => use(await people.firstOwner()),
  exporter: async ({ people, owner }, use) => use(await people.invite(owner, 'exporter')),
  makeEdition: async ({ file, ownSite }, use) => {
    await use(async (count = 400) => {
      await afterStart(ownSite)
      await makeUp(file, count)
    })
  },
})

export const downloadLink = (page: Page) => page.locator('.edition-file a.button')
export const schemeBox = (page: Page, tool: string) => page.locator(`.scheme-tools input[value="${tool}"]`)
export const schemeEffect = (page: Page) => page.locator('.scheme-effect [role="status"]').first()
