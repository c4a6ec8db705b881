import { answerToPreflight } from '../../../open-answer'
import { answerWithOpenData } from './answer'
import { findList } from './find-editions'

/** The editions of a wave as open data. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/open-data/[wave]/editions'>,
): Promise<Response> {
  const { wave } = await params
  return answerWithOpenData(request, async () => findList(wave))
}

export function OPTIONS(): Response {
  return answerToPreflight()
}
