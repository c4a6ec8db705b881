import { problem, problemType, type ProblemName, type ProblemPart } from '@/lib/api/problems'
import { DatabaseError } from '@/lib/errors'
import { currentOrigin } from '@/lib/http/exchange'
import { log } from '@/lib/log'
import { forEverySite } from './open-answer'

interface More {
  readonly errors?: readonly ProblemPart[] | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** The answer to a request for data that is refused. */
export function answerProblem(
  name: ProblemName,
  detail: string,
  { errors = [], headers = {} }: More = {},
): Response {
  const content = problem(currentOrigin(), name, detail, errors)
  return new Response(`${JSON.stringify(content)}\n`, {
    status: content.status,
    headers: { ...forEverySite, 'Cache-Control': 'no-store', ...headers, 'Content-Type': problemType },
  })
}

/** Answers, or says that the database cannot be read now. */
export async function unlessUnavailable(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'data cannot be read')
    return answerProblem('unavailable', 'The data cannot be read now. Try again later.')
  }
}
