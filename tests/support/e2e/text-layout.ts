import type { Page } from '@playwright/test'

/** What WCAG 1.4.12 lets a reader set. */
const wideSpacing = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`

/** Sets the reader's spacing of text, or takes it back. */
export const setSpacing = (page: Page, isWide: boolean): Promise<void> =>
  page.evaluate(
    (css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
    },
    isWide ? wideSpacing : '',
  )

/** By how many pixels the page is wider than the screen. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/**
 * Texts that stand on each other, by the rectangles of their lines. What stays in sight while the page is scrolled is above others
 * by design, and what only those who listen get is nowhere.
 */
export const overlappingTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isApart = (element: Element): boolean => {
      const style = getComputedStyle(element)
      if (style.position === 'sticky' || style.position === 'fixed') return true
      if (element.classList.contains('visually-hidden') || element.classList.contains('skip-link'))
        return true
      return element.parentElement !== null && isApart(element.parentElement)
    }
    interface Line {
      readonly text: string
      readonly node: Node
      readonly left: number
      readonly right: number
      readonly top: number
      readonly bottom: number
    }
    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || !element.checkVisibility() || isApart(element)) continue
      range.selectNodeContents(node)
      // The box of a line is higher than its letters.
      const letters = Number.parseFloat(getComputedStyle(element).fontSize) * 0.7
      for (const box of range.getClientRects()) {
        const middle = (box.top + box.bottom) / 2
        lines.push({
          text: node.textContent.trim().slice(0, 40),
          node,
          left: box.left + 1,
          right: box.right - 1,
          top: middle - letters / 2,
          bottom: middle + letters / 2,
        })
      }
    }
    lines.sort((one, other) => one.top - other.top)
    const found: string[] = []
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        if (other.top >= one.bottom) break
        if (one.left < other.right && other.left < one.right && one.node !== other.node) {
          found.push(`${one.text} | ${other.text}`)
        }
      }
    }
    return found
  })
