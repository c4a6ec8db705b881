import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** A request as Node's server gives it, as far as the pure functions read it. By default a proxy on the same machine passed it on. */
export function asked(headers: IncomingHttpHeaders, rest: Record<string, unknown> = {}): IncomingMessage {
  const socket = { remoteAddress: '127.0.0.1', localAddress: '127.0.0.1', localPort: 3000 }
  return { method: 'GET', url: '/fr', headers, socket, ...rest } as unknown as IncomingMessage
}
