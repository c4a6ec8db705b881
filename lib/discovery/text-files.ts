import { escapeHtml } from '@/lib/export/html'

/** A page, at its address in each language. */
export interface MappedPage {
  /** Language to whole address, the site's first language first. */
  readonly addresses: readonly (readonly [string, string])[]
  /** `YYYY-MM-DD`; null: not known. */
  readonly changedOn: string | null
}

/** `sitemap.xml`: every page in each language, with the same page in the others (https://www.sitemaps.org/protocol.html). */
export function sitemapXml(pages: readonly MappedPage[]): string {
  const urls = pages.flatMap(({ addresses, changedOn }) =>
    addresses.map(([, address]) => {
      const links = addresses.map(
        ([language, other]) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeHtml(other)}"/>`,
      )
      const changed = changedOn === null ? '' : `<lastmod>${changedOn}</lastmod>`
      return `<url><loc>${escapeHtml(address)}</loc>${changed}${links.join('')}</url>`
    }),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

/** `robots.txt` (RFC 9309): what is no page to be found, and where all others are listed. */
export function robotsTxt(closed: readonly string[], sitemap: string): string {
  return ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', `Sitemap: ${sitemap}`, ''].join(
    '\n',
  )
}

const dayMilliseconds = 24 * 60 * 60 * 1000
/** RFC 9116 recommends less than a year. The file is made for each request, so that it never expires while a site runs. */
const securityDays = 180

/**
 * `security.txt` (RFC 9116): to whom one writes who has found a hole. `address`: that of the file, named where it is one of TLS, as the
 * standard asks.
 */
export function securityTxt(email: string, languages: readonly string[], address: string, now: Date): string {
  const expires = new Date(Math.floor(now.getTime() / dayMilliseconds + securityDays) * dayMilliseconds)
  return [
    `Contact: mailto:${encodeURI(email)}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    ...(address.startsWith('https:') ? [`Canonical: ${address}`] : []),
    '',
  ].join('\n')
}
