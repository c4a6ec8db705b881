import type { Page } from '@playwright/test'

/** Has the browser refuse to copy on the pages that come, as it does where somebody has forbidden it. */
export async function refuseToCopy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const writeText = async () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'))
    Object.defineProperty(navigator.clipboard, 'writeText', { value: writeText })
  })
}

/** The text that is selected on a page. */
export const selected = async (page: Page): Promise<string> =>
  page.evaluate(() => window.getSelection()?.toString().trim() ?? '')
