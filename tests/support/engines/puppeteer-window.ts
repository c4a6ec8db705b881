import { launch, type ElementHandle, type LaunchOptions } from 'puppeteer-core'
import { windowSize, type BrowserWindow } from './browser-window'

/** A window of Chromium or of Firefox. */
export async function openPuppeteerWindow(options: LaunchOptions): Promise<BrowserWindow> {
  const browser = await launch({ defaultViewport: windowSize, timeout: 60_000, ...options })
  const page = await browser.newPage()
  page.setDefaultTimeout(60_000)
  return {
    goTo: async (url) => {
      await page.goto(url)
    },
    evaluate: async (run, ...words) => page.evaluate(run, ...words),
    press: async (find, ...words) => {
      const found = (await page.evaluateHandle(find, ...words)).asElement() as ElementHandle<Element> | null
      await found?.click()
      return found !== null
    },
    close: async () => browser.close(),
  }
}
