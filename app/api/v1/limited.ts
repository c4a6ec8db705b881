import { apiLimit } from '@/lib/http/api-limit'
import { currentExchange } from '@/lib/http/exchange'
import { answerProblem, unlessUnavailable } from '../answer-problem'

/** Answers within the limit of the client's address, which each answer tells. */
export async function limited(kind: 'read' | 'compare', answer: () => Promise<Response>): Promise<Response> {
  const { isGranted, headers } = await apiLimit(kind).ask(currentExchange()?.address ?? 'unknown')
  const response = isGranted
    ? await unlessUnavailable(answer)
    : answerProblem('too-many-requests', 'Try again after the seconds that Retry-After names.')
  for (const [name, content] of Object.entries(headers)) response.headers.set(name, content)
  response.headers.set(
    'Access-Control-Expose-Headers',
    'ETag, Link, Retry-After, RateLimit, RateLimit-Policy',
  )
  return response
}
