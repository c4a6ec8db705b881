import type { Page } from '@playwright/test'
import { builtActions } from './admin-walls'

/** The id of an action as an earlier build may have had it: of the right form, and unknown. */
export const staleId = (id: string): string => id.slice(0, -4) + (id.endsWith('0000') ? '1111' : '0000')

/** Lets the next page that is loaded be one of an earlier build: its forms call actions that the site does not know. */
export async function loadStalePage(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname.includes('/admin'),
    async (route) => {
      const response = await route.fetch()
      const body = [...builtActions().keys()].reduce(
        (text, id) => text.replaceAll(id, staleId(id)),
        await response.text(),
      )
      await route.fulfill({ response, body })
    },
    { times: 1 },
  )
}
