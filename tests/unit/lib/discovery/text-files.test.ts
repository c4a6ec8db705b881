import { expect, test } from 'vitest'
import { robotsTxt, securityTxt, sitemapXml } from '@/lib/discovery/text-files'
import { at, rootOf, textsAt } from '../../../support/xml'

test('the sitemap lists every page in each language, with the others and the day on which it changed', () => {
  const addresses = [
    ['fr', 'https://miroir.example/fr/chiffres?a=1&b=2'],
    ['en', 'https://miroir.example/en/figures'],
  ] as const
  const root = rootOf(
    sitemapXml([
      { addresses, changedOn: '2026-11-26' },
      { addresses: addresses.slice(1), changedOn: null },
    ]),
  )
  expect([root.tagName, root.namespaceURI]).toEqual(['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9'])
  expect(textsAt(root, 'url/loc')).toEqual([...addresses.map(([, address]) => address), addresses[1][1]])
  expect(textsAt(root, 'url/lastmod')).toEqual(['2026-11-26', '2026-11-26'])
  const links = at(root, 'url/xhtml:link').map((link) => [
    link.getAttribute('hreflang'),
    link.getAttribute('href'),
  ])
  expect(links).toEqual([...addresses, ...addresses, addresses[1]])
})

test('robots.txt closes what is no page to be found, and names the sitemap', () => {
  expect(robotsTxt(['/fr/admin', '/en/admin'], 'https://miroir.example/sitemap.xml')).toBe(
    'User-agent: *\nDisallow: /fr/admin\nDisallow: /en/admin\n\nSitemap: https://miroir.example/sitemap.xml\n',
  )
})

test('security.txt has what RFC 9116 asks for, and expires within a year', () => {
  const now = new Date('2026-11-26T18:35:00Z')
  const address = 'https://miroir.example/.well-known/security.txt'
  expect(securityTxt('a+b@example.org', ['fr', 'en'], address, now)).toBe(
    `Contact: mailto:a+b@example.org\nExpires: 2027-05-25T00:00:00Z\nPreferred-Languages: fr, en\nCanonical: ${address}\n`,
  )
  expect(securityTxt('a@example.org', ['fr'], 'http://localhost/x', now)).not.toContain('Canonical')
})
