import type { Page } from '@playwright/test'
import { isAwake } from './awake'
import { expect } from './test'

/**
 * What a browser does that translates a page: once the page's scripts have taken over, each text and each that comes later is
 * replaced by another one within two `<font>`. Runs in each page, before anything of its own.
 */
function translate(isReady: () => boolean): void {
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
  const look = () => {
    if (!isReady()) {
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
export async function translatePages(page: Page): Promise<void> {
  await page.addInitScript(`(${translate.toString()})(${isAwake.toString()})`)
}

/** Waits until the page that was loaded is translated. */
export const expectTranslated = async (page: Page): Promise<void> =>
  expect(page.locator('html.translated-ltr')).toBeAttached()
