import { robotsTxt } from '@/lib/discovery/text-files'
import { adminPath } from '@/lib/i18n/admin-pages'
import { locales } from '@/lib/i18n/locales'
import { siteOrigin } from '../site-origin'

export const dynamic = 'force-dynamic'

/** What programs that look for pages leave alone, and where the list of pages is. */
export function GET(): Response {
  const closed = locales.map((locale) => adminPath('dashboard', locale))
  return new Response(robotsTxt(closed, `${siteOrigin()}/sitemap.xml`), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
