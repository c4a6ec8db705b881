import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handler } from './http-server'

/** The framework puts this on its answer to a form whose action it does not know: a bare sentence in English. */
const marker = 'x-nextjs-action-not-found'

/** A page's own script, which reads that header. A form without scripts has a reader. */
const isSentByScript = ({ headers }: IncomingMessage) => headers['next-action'] !== undefined

/**
 * Answers a request by the framework's handler, unless that finds a form whose action it does not know: then nothing is
 * answered, so that a page can be, and the result is true.
 */
export async function isUnknownAction(
  handler: Handler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (request.method !== 'POST' || isSentByScript(request)) {
    await handler(request, response)
    return false
  }
  const before = new Set(response.getHeaderNames())
  const own = {
    writeHead: response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
    write: response.write.bind(response),
    on: response.on.bind(response),
  }
  let isUnknown = false
  const unlessUnknown =
    (answer: (...given: unknown[]) => ServerResponse) =>
    (...given: unknown[]) => {
      isUnknown ||= !response.headersSent && response.hasHeader(marker)
      return isUnknown ? response : answer(...given)
    }
  Object.assign(response, { writeHead: unlessUnknown(own.writeHead), end: unlessUnknown(own.end) })
  await handler(request, response)
  // As it was: the framework's compression has put itself around these.
  Object.assign(response, own)
  if (!isUnknown) return false
  for (const name of response.getHeaderNames()) if (!before.has(name)) response.removeHeader(name)
  return true
}
