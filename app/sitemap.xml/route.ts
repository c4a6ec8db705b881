import { publishedStates } from '@/lib/db/waves/published-states'
import { sitemapXml, type MappedPage } from '@/lib/discovery/text-files'
import { fragmentOf } from '@/lib/waves/fragment'
import { figuresPath } from '@/lib/i18n/data-addresses'
import { locales, type Locale } from '@/lib/i18n/locales'
import { pathTo, type RouteId } from '@/lib/i18n/routes'
import { unlessUnavailable } from '../api/answer-problem'
import { siteOrigin } from '../site-origin'

export const dynamic = 'force-dynamic'

/** The pages that are the same for everybody, and that somebody may look for. */
const found: readonly RouteId[] = [
  'home',
  'questionnaire',
  'figures',
  'trends',
  'corrections',
  'participants',
  'method',
  'api',
  'privacy',
  'help',
  'accessibility',
  'legalNotice',
  'siteMap',
]

/** Every page to be found, those of the figures of all waves too. */
export async function GET(): Promise<Response> {
  return unlessUnavailable(async () => {
    const origin = siteOrigin()
    const mapped = (pathIn: (locale: Locale) => string, changedOn: string | null): MappedPage => ({
      addresses: locales.map((locale) => [locale, `${origin}${pathIn(locale)}`]),
      changedOn,
    })
    const waves = await publishedStates.list()
    const states = await Promise.all(waves.map(async ({ id }) => publishedStates.find(id)))
    const figures = states.flatMap((published) =>
      (published?.document.figures ?? []).map((figure) => {
        const place = { waveId: published?.state.waveId ?? null, fragment: fragmentOf(figure) }
        return mapped((locale) => figuresPath(locale, place), published?.state.madeOn ?? null)
      }),
    )
    const ofWaves = states.flatMap((published) =>
      published === null
        ? []
        : [
            mapped(
              (locale) => figuresPath(locale, { waveId: published.state.waveId, fragment: null }),
              published.state.madeOn,
            ),
          ],
    )
    const pages = found.map((route) => mapped((locale) => pathTo(route, locale), null))
    return new Response(sitemapXml([...pages, ...ofWaves, ...figures]), {
      headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
    })
  })
}
