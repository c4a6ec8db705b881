import { embedSize } from '@/lib/figure-data/embed-code'
import { embedPath, figuresPath } from '@/lib/i18n/data-addresses'
import { fragmentOf } from '@/lib/waves/fragment'
import { locales } from '@/lib/i18n/locales'
import { servePage } from '../support/e2e/elsewhere'
import { test as ownSite } from '../support/e2e/own-site'
import { expect, expectAccessible, schemesIn, test } from '../support/e2e/test'
import { publishedFigures } from '../support/published-figures'

const wave = '2025-12'
const fragments = publishedFigures.map(({ indicator, population }) =>
  fragmentOf({ code: indicator, population }),
)
const [fragment = ''] = fragments

const frame = (address: string, width: number = embedSize.width) =>
  `<iframe id="shown" src="${address}" title="x" width="${width}" height="${width}" style="border:0"></iframe>`

test.describe('a page of another site', () => {
  // It is another origin, and what it must not show is refused in the console.
  test.use({ expectedNoise: /request to another origin|frame|X-Frame-Options|127\.0\.0\.1|chrome-error/i })

  for (const locale of locales) {
    test(`shows a figure with its source and the way to its page, and needs no script, ${locale}`, async ({
      page,
      baseURL,
    }) => {
      const elsewhere = await servePage(frame(`${baseURL}${embedPath(locale, wave, fragment)}`))
      await page.goto(elsewhere.url)
      const shown = page.frameLocator('#shown')
      await expect(shown.getByRole('heading', { level: 1 })).toContainText(/48\s?%/)
      await expect(shown.getByRole('link', { name: 'DSIH' })).toBeVisible()
      await expect(
        shown.locator(`a[href="${figuresPath(locale, { waveId: wave, fragment })}"]`),
      ).toBeVisible()
      expect(await page.context().cookies()).toEqual([])
      elsewhere.close()
    })
  }

  test('can show nothing else of this one', async ({ page, baseURL, violations }) => {
    const others = [
      '/fr',
      '/fr/chiffres',
      figuresPath('fr', { waveId: wave, fragment }),
      '/fr/questionnaire',
      '/en/admin/sign-in',
      '/fr/integrer/2025-12/none',
    ]
    for (const address of others) {
      const elsewhere = await servePage(frame(`${baseURL}${address}`))
      await page.goto(elsewhere.url)
      await expect.poll(() => violations.join('\n')).toContain("frame-ancestors 'none'")
      expect([address, await page.frameLocator('#shown').locator('main, pre').count()]).toEqual([address, 0])
      violations.length = 0
      elsewhere.close()
    }
  })

  test('shows each figure in a frame of a phone without cutting anything off', async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    const elsewhere = await servePage(frame(`${baseURL}/en/embed/${wave}/${fragment}`, 328))
    await page.goto(elsewhere.url)
    for (const locale of locales) {
      for (const each of fragments) {
        const address = `${baseURL}${embedPath(locale, wave, each)}`
        await page.locator('#shown').evaluate((element, src) => element.setAttribute('src', src), address)
        const inside = page.frameLocator('#shown')
        await expect(inside.locator(`a[href$="/${each}"]`)).toBeVisible()
        const overflow = await inside
          .locator('html')
          .evaluate((root) => [root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth])
        expect([each, locale, ...overflow]).toEqual([each, locale, 0, 0])
      }
    }
    elsewhere.close()
  })
})

for (const locale of locales) {
  test(`what is shown elsewhere is accessible, ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 328, height: 328 })
    await page.goto(embedPath(locale, wave, fragment))
    for (const colorScheme of schemesIn(locale)) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
  })
}

ownSite.describe('where the public address of the site is known', () => {
  ownSite.use({ settings: { MIROIR_URL: 'https://miroir.example' } })

  ownSite('the page of a figure has the code that shows it elsewhere', async ({ page }) => {
    await page.goto(figuresPath('en', { waveId: wave, fragment }))
    const code = page.locator('pre', { hasText: '<iframe' })
    await expect(code).toContainText(`src="https://miroir.example/en/embed/${wave}/${fragment}"`)
    await expect(code).toContainText('aspect-ratio:1')
    await expect(page.locator('link[type="application/json+oembed"]')).toHaveAttribute(
      'href',
      `https://miroir.example/api/oembed?format=json&url=${encodeURIComponent(`https://miroir.example/en/figures/${wave}/${fragment}`)}`,
    )
    await expect(page.locator('.to-copy').first()).toContainText(
      `https://miroir.example/en/figures/${wave}/${fragment}`,
    )
  })
})

test('a program that is given the address of a figure learns how to show it', async ({
  request,
  baseURL,
}) => {
  const of = async (query: Record<string, string>) => request.get(`/api/oembed?${new URLSearchParams(query)}`)
  const url = `${baseURL}${figuresPath('fr', { waveId: wave, fragment })}`
  const answer = await of({ url, format: 'json', maxwidth: '300' })
  expect(answer.status()).toBe(200)
  const content = (await answer.json()) as { html: string; width: number }
  expect(content).toMatchObject({
    version: '1.0',
    type: 'rich',
    title: expect.stringMatching(/^48\s?% des Français/),
    width: 300,
    height: 300,
  })
  expect((await (await of({ url })).json()) as object).toMatchObject({ width: 480, height: 480 })
  expect(content.html).toContain(`<iframe src="${baseURL}${embedPath('fr', wave, fragment)}" title=`)
  const none = [
    '',
    'x',
    `${baseURL}/fr/chiffres`,
    `${url}-none`,
    url.replace(/:\d+/, ':1'),
    `${baseURL}/fr/chiffres/%ff/a`,
  ]
  for (const address of none) expect([address, (await of({ url: address })).status()]).toEqual([address, 404])
  expect((await of({ url, format: 'xml' })).status()).toBe(501)
})
