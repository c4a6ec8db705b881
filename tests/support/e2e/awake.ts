import type { Page } from '@playwright/test'
import { expect } from './test'

/** Whether the page's scripts have made the server's elements their own. Runs in the page. */
export function isAwake(): boolean {
  type Root = { stateNode: { current: { memoizedState: { isDehydrated: boolean } } } }
  const key = Object.keys(document).find((each) => each.startsWith('__reactContainer$'))
  if (key === undefined) return false
  const root = (document as unknown as Readonly<Record<string, Root>>)[key]
  return root?.stateNode.current.memoizedState.isDehydrated === false
}

/** Waits until the page's scripts have taken over. */
export async function expectAwake(page: Page): Promise<void> {
  await expect.poll(async () => page.evaluate(isAwake)).toBe(true)
}
