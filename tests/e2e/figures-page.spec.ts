import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { figureRow, figureRows, rowCount, unfoldAll } from '../support/e2e/figures'
import { remember, say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, test } from '../support/e2e/test'
import { mixed } from '../support/golden/mixed.data'
import { publishedFigures } from '../support/published-figures'

for (const locale of locales) {
  test(`all figures are there without answering, each at an address of its own, ${locale}`, async ({
    page,
  }) => {
    await page.goto(pathTo('home', locale))
    await page
      .getByRole('main')
      .getByRole('link', { name: say(locale, 'home.toFigures') })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(locale, 'figuresPage.title'))
    await expect(figureRows(page)).toHaveCount(rowCount)
    await expect(page.locator('.side')).toHaveCount(0)
    const ids = await figureRows(page).evaluateAll((rows) => rows.map(({ id }) => id))
    expect(new Set(ids).size).toBe(rowCount)
    for (const id of ids) expect(id).toMatch(/^[\w-]+$/)
    await expectAccessible(page)
    await unfoldAll(page)
    await expectAccessible(page)

    await page.goto(`${pathTo('figures', locale)}#trust-teleconsultation`)
    await expect(figureRow(page, 'trust.teleconsultation/french')).toBeInViewport()
  })
}

test('a figure can be cited, as text and for a list of references', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/fr/chiffres')
  const row = figureRow(page, 'usage.teleconsultation/under_35')
  await row.getByText(say('fr', 'figuresPage.cite'), { exact: true }).click()
  const copied = async (button: string) => {
    await row.getByRole('button', { name: say('fr', `figuresPage.${button}`) }).click()
    await expect(row.getByRole('button', { name: say('fr', `figuresPage.${button}`) })).toHaveCount(0)
    await expect(page.getByRole('status')).toHaveText(say('fr', 'figuresPage.copied'))
    return (await page.evaluate(async () => navigator.clipboard.readText())).replaceAll(/\s/g, ' ')
  }
  const text = await copied('copyText')
  expect(text).toContain('« 27 % des Français de moins de 35 ans utilisent la téléconsultation')
  expect(text).toContain('Enquête Ifop pour MentalTech, décembre 2025, rapportée par DSIH')
  expect(text).toContain('https://dsih.fr/articles/6110/')
  const bibtex = await copied('copyBibtex')
  expect(bibtex).toMatch(/^@misc\{miroir:2025-12:/)
  expect(bibtex).toContain(String.raw`27 \% des Français de moins de 35 ans`)
  expect(bibtex).toContain('year = {2025}')
})

test('the first page has one published figure, and little else', async ({ page }) => {
  for (const locale of locales) {
    await page.goto(pathTo('home', locale))
    await expect(page.locator('.taste')).toContainText(/48\s?%/)
    await expect(page.locator('.taste')).toContainText('DSIH')
    const words = await page
      .locator('main')
      .evaluate((main) => (main as HTMLElement).innerText.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length)
    expect(words).toBeLessThanOrEqual(110)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect(page.getByRole('main').getByText('3114')).toBeInViewport()
  }
  expect(publishedFigures.find(({ indicator }) => indicator === 'usage.any')?.sharePercent).toBe(48)
})

test('where the tab remembers answers, the first page leads back to them', async ({ page }) => {
  await page.goto('/fr')
  const main = page.getByRole('main')
  await expect(main.getByRole('link', { name: say('fr', 'home.start') })).toBeVisible()
  await remember(page, mixed.answers)
  await page.reload()
  await main.getByRole('link', { name: say('fr', 'home.resume') }).click()
  await expect(page.locator('form[data-awake]')).toBeVisible()
  await expect(page.locator('input[name="usage.teleconsultation"][value="past"]')).toBeChecked()
})
