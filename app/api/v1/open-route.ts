import { answerProblem } from '../answer-problem'
import { answerToPreflight, openAnswer } from '../open-answer'
import type { NoFile } from '../figure-data/find-figure-file'
import { limited } from './limited'

/** What is answered to a request that reads. */
interface Found {
  readonly content: object | string
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

const jsonType = 'application/json; charset=utf-8'

/** The handlers of an address that is only read, by scripts of any site too. */
export function openRoute<Params>(find: (query: URLSearchParams, params: Params) => Promise<Found | NoFile>) {
  return {
    GET: async (request: Request, { params }: { readonly params: Promise<Params> }): Promise<Response> =>
      limited('read', async () => {
        const found = await find(new URL(request.url).searchParams, await params)
        if ('problem' in found) return answerProblem(found.problem, found.detail, { errors: found.errors })
        const { content, type = jsonType, headers = {} } = found
        const text = typeof content === 'string' ? content : `${JSON.stringify(content)}\n`
        return openAnswer(request, text, {
          'Cache-Control': 'public, no-cache',
          ...headers,
          'Content-Type': type,
        })
      }),
    OPTIONS: answerToPreflight,
  }
}
