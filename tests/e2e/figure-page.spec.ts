import { embedPath, figureFilePath, figuresPath } from '@/lib/i18n/data-addresses'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { figureRow } from '../support/e2e/figures'
import { say } from '../support/e2e/questionnaire'
import { expect, expectAccessible, schemesIn, test } from '../support/e2e/test'

const figure = { waveId: '2025-12', fragment: 'usage-teleconsultation-under_35' }

for (const locale of locales) {
  test(`each figure has a page of its own, with its data and how to cite it, ${locale}`, async ({
    page,
    request,
  }) => {
    await page.goto(pathTo('figures', locale))
    const row = figureRow(page, 'usage.teleconsultation/under_35')
    await row.getByText(say(locale, 'figuresPage.cite'), { exact: true }).click()
    await row.getByRole('link', { name: say(locale, 'figureData.page.toFigure') }).click()
    expect(new URL(page.url()).pathname).toBe(figuresPath(locale, figure))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      locale === 'fr' ? 'téléconsultation' : 'teleconsultation',
    )
    await expect(page).toHaveTitle(/27\s?%.*Miroir/)
    const main = page.getByRole('main')
    await expect(main.locator('.figure-sentence')).toContainText(/27\s?%/)
    await expect(main).toContainText('DSIH')
    await expect(main).toContainText('@misc{miroir:2025-12:usage-teleconsultation-under_35,')
    for (const ending of ['csv', 'json', 'zip', 'metadata.json', 'readme.md'] as const) {
      const address = figureFilePath(locale, figure, ending)
      await expect(main.locator(`a[href="${address}"]`)).toBeVisible()
      expect((await request.get(address)).status()).toBe(200)
    }
    await expect(page.locator('link[rel="alternate"][type="text/csv"]')).toHaveAttribute(
      'href',
      figureFilePath(locale, figure, 'csv'),
    )
    for (const colorScheme of schemesIn(locale)) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
    await page.getByRole('link', { name: say(locale, 'figureData.page.all') }).click()
    await expect(figureRow(page, 'usage.teleconsultation/under_35')).toBeInViewport()
  })
}

test('the page of a figure and what other sites show of it run no script, and set no cookie', async ({
  request,
}) => {
  const addresses = locales.flatMap((locale) => [
    figuresPath(locale, figure),
    embedPath(locale, figure.waveId, figure.fragment),
  ])
  for (const address of addresses) {
    // The second answer is the one that is kept.
    for (const _time of [1, 2]) {
      const response = await request.get(address)
      expect([address, response.status()]).toEqual([address, 200])
      const { 'set-cookie': cookie, 'content-security-policy': policy } = response.headers()
      expect(cookie).toBeUndefined()
      expect(policy).toContain("default-src 'none'; style-src 'self'")
      expect(policy).not.toContain('script-src')
      expect(await response.text()).not.toMatch(/<script(?!\s+type="application\/ld\+json")|as="script"/)
    }
    const broken = await request.get(address, { headers: { Range: 'bytes=0-10' } })
    expect(await broken.text()).not.toMatch(/<script(?!\s+type="application\/ld\+json")/)
  }
})

test('the other language leads to the same figure, and an address of the folder to that of the page', async ({
  page,
  request,
}) => {
  await page.goto(figuresPath('fr', figure))
  await page.getByRole('link', { name: 'English' }).click()
  expect(new URL(page.url()).pathname).toBe(figuresPath('en', figure))
  const leads = {
    '/fr/figures/2025-12/risk-dataTheft': '/fr/chiffres/2025-12/risk-dataTheft',
    '/fr/embed/2025-12/risk-dataTheft': '/fr/integrer/2025-12/risk-dataTheft',
  }
  for (const [from, to] of Object.entries(leads)) {
    const response = await request.get(from, { maxRedirects: 0 })
    expect([response.status(), response.headers()['location']]).toEqual([308, to])
  }
})

test.describe('a figure that there is not', () => {
  test.use({ expectedNoise: /404/ })

  test('is said not to be there, and the way to all others', async ({ page, request }) => {
    for (const address of ['/fr/chiffres/2025-12/usage-fax', '/fr/chiffres/1999-01/risk-dataTheft']) {
      const response = await page.goto(address)
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say('fr', 'figureData.page.unknownTitle'),
      )
      await expectAccessible(page)
    }
    const none = await request.get('/en/embed/2025-12/usage-fax')
    expect([none.status(), none.headers()['x-frame-options']]).toEqual([404, 'DENY'])
    expect(none.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  })
})
