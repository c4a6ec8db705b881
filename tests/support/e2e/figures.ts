import type { Locator, Page } from '@playwright/test'

/** Of the 53 published figures, one restates others and is told in a sentence. */
export const rowCount = 52

export const figureRows = (page: Page): Locator => page.locator('.figure-row[data-figure]')

/** The row of one figure, named by its indicator and population. */
export const figureRow = (page: Page, code: string): Locator => page.locator(`[data-figure="${code}"]`)

/** What the row says of the reader. */
export const sideOf = (page: Page, code: string): Locator => figureRow(page, code).locator('> .side')

/** Unfolds all that is folded, but for what asks before it erases. */
export const unfoldAll = (page: Page): Promise<void> =>
  page.locator('details:not(.erase)').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '')
  })
