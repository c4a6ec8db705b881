import type { ServerResponse } from 'node:http'

/**
 * Has a page sent in one piece. The framework hands it over in a dozen, flushes each of them through the compression and to the
 * network, and has all of them together a few milliseconds later: nobody sees the first any sooner. What is no page, such as a
 * file that is long in the making, is sent as it comes.
 */
export function sendPagesWhole(response: ServerResponse): void {
  const own = {
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
    flushHeaders: response.flushHeaders.bind(response),
  }
  const pieces: Buffer[] = []
  const isHeldBack = () =>
    !response.headersSent && String(response.getHeader('content-type')).startsWith('text/html')
  Object.assign(response, {
    flushHeaders: () => {
      if (!isHeldBack()) own.flushHeaders()
    },
    write: (piece: string | Uint8Array, ...rest: unknown[]) => {
      if (!isHeldBack()) return own.write(piece, ...rest)
      pieces.push(Buffer.from(piece as Uint8Array))
      return true
    },
    end: (...given: unknown[]) => {
      const [last] = given
      // A head that is out already is that of another answer: the page broke in the middle.
      if (pieces.length === 0 || response.headersSent) return own.end(...given)
      if (typeof last === 'string' || last instanceof Uint8Array) pieces.push(Buffer.from(last as Uint8Array))
      const page = Buffer.concat(pieces)
      response.setHeader('Content-Length', page.length)
      return own.end(page)
    },
  })
}
