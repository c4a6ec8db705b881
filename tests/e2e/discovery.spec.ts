import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { test as ownSite } from '../support/e2e/own-site'
import { expect, test } from '../support/e2e/test'
import { at, rootOf, textsAt } from '../support/xml'

const publicUrl = 'https://miroir.example'

test('every page of the sitemap is there, in each language, and no other than those that it lists as its translations', async ({
  request,
  baseURL,
}) => {
  const root = rootOf(await (await request.get('/sitemap.xml')).text())
  const addresses = textsAt(root, 'url/loc')
  expect(addresses.length).toBeGreaterThan(100)
  for (const path of ['/fr/chiffres/2025-12', '/en/figures/2025-12/usage-any']) {
    expect(addresses).toContain(`${baseURL}${path}`)
  }
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const address of addresses) {
    expect(address.startsWith(`${baseURL}/`)).toBe(true)
    expect([address, (await request.head(address, { maxRedirects: 0 })).status()]).toEqual([address, 200])
  }
  const others = at(root, 'url/xhtml:link').map((link) => link.getAttribute('href'))
  expect(new Set(others)).toEqual(new Set(addresses))
})

test('robots.txt leads to it, and the catalogue to files that are there', async ({ request, baseURL }) => {
  const robots = await request.get('/robots.txt')
  expect(robots.headers()['content-type']).toBe('text/plain; charset=utf-8')
  expect(await robots.text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
  const response = await request.get('/catalog.jsonld')
  expect(response.headers()).toMatchObject({
    'content-type': 'application/ld+json; charset=utf-8',
    'access-control-allow-origin': '*',
  })
  const addresses = (await response.text()).match(/(?<="dcat:downloadURL": \{\s*"@id": ")[^"]+/g) ?? []
  expect(addresses.length).toBeGreaterThanOrEqual(3)
  for (const address of addresses)
    expect([address, (await request.get(address)).status()]).toEqual([address, 200])
})

test('the icon is one that every browser reads', async ({ request }) => {
  const response = await request.get('/favicon.ico')
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'image/x-icon'])
  const icon = await response.body()
  // Reserved, kind (1: icon), number of images; then each with its size, its length and its place.
  expect([icon.readUInt16LE(0), icon.readUInt16LE(2)]).toEqual([0, 1])
  const count = icon.readUInt16LE(4)
  expect(count).toBeGreaterThan(0)
  for (let image = 0; image < count; image += 1) {
    const entry = 6 + image * 16
    const [length, place] = [icon.readUInt32LE(entry + 8), icon.readUInt32LE(entry + 12)]
    expect(place + length).toBeLessThanOrEqual(icon.length)
    // A bitmap names twice its height: there is a mask under it.
    expect(icon.readUInt32LE(place + 4)).toBe(icon.readUInt8(entry))
    expect(icon.readUInt32LE(place + 8)).toBe(2 * icon.readUInt8(entry + 1))
  }
})

for (const locale of locales) {
  test(`the page of figures says what data it has to those who look for data, ${locale}`, async ({
    page,
  }) => {
    await page.goto(pathTo('figures', locale))
    const script = page.locator('script[type="application/ld+json"]')
    await expect(script).toHaveCount(1)
    expect(JSON.parse((await script.textContent()) ?? '')).toMatchObject({ '@type': 'Dataset', version: '1' })
  })
}

ownSite.describe('where the site has an address and a contact', () => {
  ownSite.use({ settings: { MIROIR_URL: publicUrl } })

  ownSite('security.txt names both', async ({ request }) => {
    const response = await request.get('/.well-known/security.txt')
    expect([response.status(), response.headers()['content-type']]).toEqual([
      200,
      'text/plain; charset=utf-8',
    ])
    const text = await response.text()
    expect(text).toMatch(
      /^Contact: mailto:\S+@\S+\nExpires: \d{4}-\d\d-\d\dT00:00:00Z\nPreferred-Languages: fr, en\n/,
    )
    expect(text).toContain(`Canonical: ${publicUrl}/.well-known/security.txt`)
    const expires = new Date(/Expires: (.*)/.exec(text)?.[1] ?? '').getTime()
    expect(expires).toBeGreaterThan(Date.now())
  })
})

ownSite.describe('where nobody has said who operates the site', () => {
  ownSite.use({ isNew: true })

  ownSite('there is no security.txt', async ({ request }) => {
    expect((await request.get('/.well-known/security.txt')).status()).toBe(404)
  })
})
