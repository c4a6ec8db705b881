import { compareAnswers } from '@/lib/api/compare-answers'
import { readCompareRequest } from '@/lib/api/read-request'
import { publishedStates } from '@/lib/db/waves/published-states'
import { answerProblem } from '../../answer-problem'
import { limited } from '../limited'

const isJson = (type: string | null) => /^application\/json\s*(?:;|$)/i.test(type ?? '')

/** Sets answers beside the figures of a wave. Nothing of them is stored, and nothing is logged. */
export async function POST(request: Request): Promise<Response> {
  return limited('compare', async () => {
    if (!isJson(request.headers.get('content-type'))) {
      return answerProblem('not-json', 'Send the answers as application/json.')
    }
    const asked = readCompareRequest(await request.text())
    if ('problem' in asked) return answerProblem(asked.problem, asked.detail, { errors: asked.errors })
    const published = await publishedStates.find(asked.waveId)
    if (published === null) return answerProblem('unknown-wave', 'Nothing was published of this wave.')
    return Response.json(compareAnswers(asked.answers, published), {
      headers: { 'Cache-Control': 'no-store' },
    })
  })
}
