import type { Page } from '@playwright/test'
import { expect } from './test'

/**
 * What a browser does that translates a page: once the page's scripts have taken over, each text and each that comes later is
 * replaced by another one within two `<font>`. Runs in each page, before anything of its own.
 */
function translate(): void {
  const replace = (text: Text) => {
    const parent = text.parentElement
    if (text.data === '' || !parent || parent.closest('font, script, style, title')) return
    const outer = document.createElement('font')
    outer.appendChild(document.createElement('font')).append(text.data)
    text.replaceWith(outer)
  }
  const replaceIn = (root: Node) => {
    const texts: Text[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
    if (root instanceof Text) texts.push(root)
    for (const text of texts) replace(text)
  }
  /** Whether React has made the server's elements its own. */
  const isAwake = () => {
    const key = Object.keys(document).find((each) => each.startsWith('__reactContainer$'))
    if (key === undefined) return false
    type Root = { stateNode: { current: { memoizedState: { isDehydrated: boolean } } } }
    const root = (document as unknown as Readonly<Record<string, Root>>)[key]
    return root?.stateNode.current.memoizedState.isDehydrated === false
  }
  const look = () => {
    if (!isAwake()) {
      requestAnimationFrame(look)
      return
    }
    new MutationObserver((records) => {
      for (const { addedNodes, target, type } of records) {
        if (type === 'characterData') replaceIn(target)
        for (const node of addedNodes) replaceIn(node)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
    replaceIn(document.body)
    document.documentElement.classList.add('translated-ltr')
  }
  look()
}

/** Has all pages of a tab translated. */
export const translatePages = async (page: Page): Promise<void> => page.addInitScript(translate)

/** Waits until the page that was loaded is translated. */
export const expectTranslated = async (page: Page): Promise<void> =>
  expect(page.locator('html.translated-ltr')).toBeAttached()
