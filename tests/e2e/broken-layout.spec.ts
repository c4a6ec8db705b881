import { pathToFileURL } from 'node:url'
import { helpLines } from '@/components/layout/help-lines'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import words from '@/messages/broken.json' with { type: 'json' }
import { test } from '../support/e2e/own-site'
import { expect, expectAccessible } from '../support/e2e/test'

const preload = pathToFileURL('tests/support/e2e/no-words.mjs').href
// The page is made by scripts: without them, the framework sends nothing to see.
test.use({ settings: { NODE_OPTIONS: `--import=${preload}` }, expectedNoise: /500|404|error #441/ })

test('a layout that fails is told in both languages, with the help line', async ({ page }) => {
  const answer = await page.goto(pathTo('results', 'fr'))
  expect(answer?.status()).toBe(500)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.fr.title)
  await expect(page.locator('section[lang="en"]')).toContainText(words.en.text)
  await expect(page).toHaveTitle(words.fr.title)
  for (const locale of locales) {
    const help = page.getByRole('link', { name: words[locale].help })
    await expect(help).toHaveAttribute('href', helpLines[0].href)
  }
  // It looks like the site, by the style sheet alone.
  await expect(page.locator('[style], style')).toHaveCount(0)
  await expect(page.getByRole('link', { name: words.fr.retry })).toHaveCSS('min-height', '48px')
  await expectAccessible(page)
  const again = page.waitForResponse((response) => response.request().resourceType() === 'document')
  await page.getByRole('link', { name: words.fr.retry }).click()
  expect((await again).url()).toContain(pathTo('results', 'fr'))
})
