import { siteOrigin } from '@/app/site-origin'
import { publishedStates } from '@/lib/db/waves/published-states'
import { embedCode, embedSize } from '@/lib/figure-data/embed-code'
import { onlyFigure } from '@/lib/figure-data/published'
import { embedPath, figureAt } from '@/lib/i18n/data-addresses'
import { figureLanguage } from '@/lib/i18n/figure-language'
import { answerProblem, unlessUnavailable } from '../answer-problem'
import { answerToPreflight, forEverySite, openAnswer } from '../open-answer'

/** The smallest side that a consumer may ask for, in CSS pixels: less could not be read. */
const smallest = 280

/** A limit of the consumer's, in CSS pixels; one that cannot be read is none. */
function limit(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Math.max(smallest, Number(text)) : embedSize.width
}

/** Which figure the address is about; null where it is none of this site. */
function askedFigure(address: string | null, origin: string) {
  const url = address !== null && URL.canParse(address) ? new URL(address) : null
  return url?.origin === origin ? figureAt(url.pathname) : null
}

/** How another site shows the page of a figure (https://oembed.com). */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams
  if ((asked.get('format') ?? 'json') !== 'json') {
    return new Response('Only the format json is known.\n', {
      status: 501,
      headers: { ...forEverySite, 'Content-Type': 'text/plain' },
    })
  }
  return unlessUnavailable(async () => {
    const origin = siteOrigin()
    const place = askedFigure(asked.get('url'), origin)
    const published = place && (await publishedStates.find(place.waveId))
    const [figure] = (published && onlyFigure(published, place.fragment)?.document.figures) ?? []
    if (place === null || figure === undefined) {
      return answerProblem('unknown-figure', 'The address is not that of a figure of this site.')
    }
    const { locale, waveId, fragment } = place
    const title = (await figureLanguage(locale)).sentence(figure)
    const side = Math.min(embedSize.width, limit(asked.get('maxwidth')), limit(asked.get('maxheight')))
    const content = {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Miroir',
      provider_url: origin,
      cache_age: 3600,
      html: embedCode(`${origin}${embedPath(locale, waveId, fragment)}`, title, side),
      width: side,
      height: side,
    }
    return openAnswer(request, `${JSON.stringify(content)}\n`, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    })
  })
}

export function OPTIONS(): Response {
  return answerToPreflight()
}
