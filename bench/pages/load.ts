import type { Browser, CDPSession } from '@playwright/test'
import { readObserved, type Observed } from './observe'
import { openPhone } from './phone'

/** One visit to a page with an empty cache. Bytes are as they came over the wire, headers included. */
export interface Load {
  readonly scriptBytes: number
  readonly totalBytes: number
  readonly requests: number
  readonly firstPaintMs: number
  readonly largestPaintMs: number
  readonly blockedMs: number
  readonly layoutShift: number
}

/** Long enough after the last request for what it started to have ended, on a slow phone too. */
const quietMs = 3000
const longTaskMs = 50

interface Transfer {
  readonly isScript: boolean
  bytes: number
}

/** Counts what the page transfers from now on, by request. */
function countTransfers(cdp: CDPSession): ReadonlyMap<string, Transfer> {
  const transfers = new Map<string, Transfer>()
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    transfers.set(requestId, { isScript: type === 'Script', bytes: 0 })
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const transfer = transfers.get(requestId)
    if (transfer) transfer.bytes = encodedDataLength
  })
  return transfers
}

/** Total blocking time: what long tasks take beyond 50 ms, from the first paint on. */
function blockedMs({ longTasks, firstPaintMs }: Observed): number {
  return longTasks
    .map(({ startMs, durationMs }) => startMs + durationMs - Math.max(startMs, firstPaintMs) - longTaskMs)
    .filter((beyond) => beyond > 0)
    .reduce((sum, beyond) => sum + beyond, 0)
}

/** Opens a page on a phone, and measures until it is quiet. `ready` is there once its scripts have taken over. */
export async function measureLoad(browser: Browser, address: string, ready: string): Promise<Load> {
  const { page, cdp, close } = await openPhone(browser)
  const transfers = countTransfers(cdp)
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.locator(ready).waitFor()
  await page.waitForTimeout(quietMs)
  const observed = await readObserved(page)
  await close()

  const all = [...transfers.values()]
  const bytesOf = (some: readonly Transfer[]) => some.reduce((sum, { bytes }) => sum + bytes, 0)
  return {
    scriptBytes: bytesOf(all.filter(({ isScript }) => isScript)),
    totalBytes: bytesOf(all),
    requests: all.length,
    firstPaintMs: observed.firstPaintMs,
    largestPaintMs: observed.largestPaintMs,
    blockedMs: blockedMs(observed),
    layoutShift: observed.layoutShift,
  }
}
