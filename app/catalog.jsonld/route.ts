import { unlessUnavailable } from '../api/answer-problem'
import { answerToPreflight, openAnswer } from '../api/open-answer'
import { findCatalog } from './find-catalog'

/** What data there are, for the portals that gather such catalogues. */
export async function GET(request: Request): Promise<Response> {
  return unlessUnavailable(async () =>
    openAnswer(request, `${JSON.stringify(await findCatalog(), null, 1)}\n`, {
      'Content-Type': 'application/ld+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    }),
  )
}

export function OPTIONS(): Response {
  return answerToPreflight()
}
