import type { Ending } from '@/lib/figure-data/file'
import { leftOpen } from '@/lib/i18n/data-addresses'
import { answerProblem, unlessUnavailable } from '../../../../../answer-problem'
import { answerToPreflight, openAnswer } from '../../../../../open-answer'
import { findFigureFile } from '../../../../find-figure-file'

const contentTypes: Readonly<Record<Ending, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  'metadata.json': 'application/json; charset=utf-8',
  'readme.md': 'text/markdown; charset=utf-8',
  zip: 'application/zip',
}

const named = (part: string) => (part === leftOpen ? null : part)

/** Figures as data, at the address of the page that shows them. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/figure-data/[locale]/[wave]/[figure]/[ending]'>,
): Promise<Response> {
  const { locale, wave, figure, ending } = await params
  return unlessUnavailable(async () => {
    const state = new URL(request.url).searchParams.get('state')
    const found = await findFigureFile({
      locale,
      waveId: named(wave),
      fragment: named(figure),
      ending,
      state,
    })
    if ('problem' in found) return answerProblem(found.problem, found.detail)
    return openAnswer(request, found.content, {
      // What owners publish is to be seen at once; a state that was named is never another one.
      'Cache-Control': found.isLasting ? 'public, max-age=86400' : 'public, no-cache',
      Link: `<${found.page}>; rel="describedby"; type="text/html"`,
      'Content-Type': contentTypes[found.ending],
      'Content-Disposition': `attachment; filename="${found.name}.${found.ending}"`,
    })
  })
}

export function OPTIONS(): Response {
  return answerToPreflight()
}
