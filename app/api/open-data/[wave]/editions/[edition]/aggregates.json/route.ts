import { answerToPreflight } from '../../../../../open-answer'
import { answerWithOpenData } from '../../answer'
import { askedBy, findAggregates } from '../../find-editions'

/** The tables of an edition as open data. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/open-data/[wave]/editions/[edition]/aggregates.json'>,
): Promise<Response> {
  return answerWithOpenData(request, async () => findAggregates(await askedBy(request, params), 'json'))
}

export function OPTIONS(): Response {
  return answerToPreflight()
}
