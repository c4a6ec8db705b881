import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from '../../tests/support/browser'
import { observe } from './observe'

/** A cheap phone on a slow mobile network: what Lighthouse's "mobile" profile says of it. */
export const phone = {
  slowdown: 4,
  downBitsPerSecond: 1_600_000,
  upBitsPerSecond: 750_000,
  latencyMs: 150,
  viewport: { width: 360, height: 740 },
} as const

export interface PhonePage {
  readonly page: Page
  readonly cdp: CDPSession
  readonly close: () => Promise<void>
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  return chromium.launch({ args: browserArguments, ...(executablePath && { executablePath }) })
}

/** A page of a browser that has never been anywhere: its cache is empty. */
export async function openPhone(browser: Browser): Promise<PhonePage> {
  const context = await browser.newContext({
    viewport: phone.viewport,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'fr-FR',
  })
  await context.addInitScript(observe)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: phone.latencyMs,
    downloadThroughput: phone.downBitsPerSecond / 8,
    uploadThroughput: phone.upBitsPerSecond / 8,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: phone.slowdown })
  return { page, cdp, close: async () => context.close() }
}
