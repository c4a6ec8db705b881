import type { Page } from '@playwright/test'

/** What a page has seen of itself since it was opened. Times are in milliseconds. */
export interface Observed {
  firstPaintMs: number
  largestPaintMs: number
  /** Sum of every layout shift that follows no input: never less than CLS, which takes the worst five seconds. */
  layoutShift: number
  longTasks: { startMs: number; durationMs: number }[]
  /** For each choice, from the release of the pointer to the end of the frame that shows it. */
  choicesMs: number[]
  /** Event Timing's duration of each choice that took 16 ms or more, in steps of 8 ms, by its number. */
  eventTimingMs: Record<number, number>
}

/** Runs in each page before anything of its own. No function in it has a name: the compiler would mark it. */
export function observe(): void {
  const seen: Observed = {
    firstPaintMs: 0,
    largestPaintMs: 0,
    layoutShift: 0,
    longTasks: [],
    choicesMs: [],
    eventTimingMs: {},
  }
  Object.assign(globalThis, { seen })

  new PerformanceObserver((list) => {
    seen.firstPaintMs = list.getEntriesByName('first-contentful-paint')[0]?.startTime ?? seen.firstPaintMs
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    seen.largestPaintMs = list.getEntries().at(-1)?.startTime ?? seen.largestPaintMs
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!shift.hadRecentInput) seen.layoutShift += shift.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.longTasks.push({ startMs: startTime, durationMs: duration })
    }
  }).observe({ type: 'longtask', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { name, target, duration, interactionId } = entry as PerformanceEventTiming
      const isChoice = target instanceof Element && target.closest('.choice') !== null
      if (!isChoice || interactionId === 0 || !['pointerup', 'click'].includes(name)) continue
      seen.eventTimingMs[interactionId] = Math.max(seen.eventTimingMs[interactionId] ?? 0, duration)
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)

  addEventListener(
    'pointerup',
    ({ target, timeStamp }) => {
      if (!(target instanceof Element) || target.closest('.choice') === null) return
      // The choice is handled after this, drawn in the next frame, and the frame's end is where a new task begins.
      requestAnimationFrame(() => {
        setTimeout(() => seen.choicesMs.push(performance.now() - timeStamp))
      })
    },
    { capture: true },
  )
}

export async function readObserved(page: Page): Promise<Observed> {
  return page.evaluate(() => (globalThis as typeof globalThis & { seen: Observed }).seen)
}
