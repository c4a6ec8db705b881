import type { ServerResponse } from 'node:http'

/**
 * Has a page sent in one piece, and any other head with what follows it. The framework writes a page in pieces, flushes each
 * through the compression and to the network, and has them all within milliseconds: nobody sees the first any sooner. What is no
 * page, such as a file that is long in the making, is sent as it comes. `change` makes another page of it.
 */
export function sendPagesWhole(
  response: ServerResponse,
  change: ((html: string) => string) | null = null,
): void {
  const own = {
    write: response.write.bind(response) as (...given: unknown[]) => boolean,
    end: response.end.bind(response) as (...given: unknown[]) => ServerResponse,
  }
  const pieces: Buffer[] = []
  const isHeldBack = () =>
    !response.headersSent && String(response.getHeader('content-type')).startsWith('text/html')
  Object.assign(response, {
    flushHeaders: () => undefined,
    write: (piece: string | Uint8Array, ...rest: unknown[]) => {
      if (!isHeldBack()) return own.write(piece, ...rest)
      pieces.push(Buffer.from(piece as Uint8Array))
      return true
    },
    end: (...given: unknown[]) => {
      const [last] = given
      // A head that is out already is that of another answer: the page broke in the middle.
      if (!isHeldBack() || (pieces.length === 0 && change === null)) return own.end(...given)
      if (typeof last === 'string' || last instanceof Uint8Array) pieces.push(Buffer.from(last as Uint8Array))
      if (pieces.length === 0) return own.end(...given)
      const whole = Buffer.concat(pieces)
      const page = change === null ? whole : Buffer.from(change(whole.toString()))
      response.setHeader('Content-Length', page.length)
      return own.end(page)
    },
  })
}
