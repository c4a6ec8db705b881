import { aggregatesJson } from '@/lib/export/aggregates'
import { answerToPreflight, answerWithAggregates } from '../open-data'

/** The aggregates of a wave as open data. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/open-data/[wave]/aggregates.json'>,
): Promise<Response> {
  return answerWithAggregates(request, (await params).wave, 'json', aggregatesJson)
}

export function OPTIONS(): Response {
  return answerToPreflight()
}
