import type { Server, ServerOptions, ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { dataPolicy } from './content-security-policy'
import { headersOfEveryAnswer } from './security-headers'

/** How long the server waits for a client, in milliseconds. A bad telephone line that gets on is waited for. */
export interface Patience {
  /** For the head of a request, from the connection's beginning on. */
  readonly headMs: number
  /** For more of a body of which a part has come. */
  readonly pauseMs: number
  /** For a whole request. */
  readonly requestMs: number
  /** For anything to move on a connection. */
  readonly idleMs: number
}

export const patience: Patience = { headMs: 10_000, pauseMs: 10_000, requestMs: 120_000, idleMs: 120_000 }

/** How often connections are looked at, in milliseconds. */
const lookEachMs = 500

/** The options of a server that waits so long for its clients. */
export function waiting({ headMs, requestMs }: Patience): ServerOptions {
  return { headersTimeout: headMs, requestTimeout: requestMs, connectionsCheckingInterval: lookEachMs }
}

const statusOfFault: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
}

/** An answer where there is no request that Node could read. */
function bareAnswer(status: number, headers: Readonly<Record<string, string>> = {}): string {
  const body = `${STATUS_CODES[status] ?? 'Refused'}\n`
  const all = {
    ...headersOfEveryAnswer,
    'Content-Security-Policy': dataPolicy,
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': String(body.length),
    Connection: 'close',
  }
  const lines = Object.entries(all).map(([name, content]) => `${name}: ${content}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`
}

/** Sends an answer and closes, whether or not the client closes its end. */
function sendAndClose(socket: Duplex, answer: string): void {
  socket.on('error', () => undefined)
  socket.end(answer, () => socket.destroy())
}

/**
 * Closes whatever connection nobody would answer: of other protocols, of what is no HTTP, and of requests that never end.
 * Without this, each of them keeps a file descriptor for as long as the client likes, until the site has none left.
 */
export function closeUnanswered(server: Server, { idleMs }: Patience): void {
  const answers = new WeakMap<Duplex, ServerResponse>()
  server.timeout = idleMs
  server.prependListener('request', ({ socket }, response: ServerResponse) => answers.set(socket, response))
  server.on('connect', (_request, socket) =>
    sendAndClose(socket, bareAnswer(405, { Allow: 'GET, HEAD, POST' })),
  )
  server.on('checkExpectation', ({ socket }) => sendAndClose(socket, bareAnswer(417)))
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    const answer = answers.get(socket)
    const isInMiddle = answer?.headersSent === true && !answer.writableFinished
    if (!socket.writable || isInMiddle) socket.destroy()
    else sendAndClose(socket, bareAnswer(statusOfFault[code ?? ''] ?? 400))
  })
}
