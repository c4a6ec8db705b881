import { timingSafeEqual, createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dataPolicy } from '../content-security-policy'
import type { Metrics } from './metrics'
import type { Readiness } from './readiness'

/** What is answered to a program that watches the site. */
interface Report {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Makes a report; null where this request gets none. */
type Probe = (request: IncomingMessage) => Promise<Report | null>

/** The addresses for programs that watch the site. */
export type Probes = ReadonlyMap<string, Probe>

const plain = 'text/plain; charset=utf-8'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether a request carries the token, in constant time. */
function hasToken({ headers }: IncomingMessage, token: string): boolean {
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}

/**
 * `/livez` says that the process answers, `/readyz` whether it can do its work, `/metrics` what is measured of it, to
 * requests with the token.
 */
export function createProbes(
  readiness: () => Promise<Readiness>,
  metrics: Metrics,
  token: string | undefined,
): Probes {
  return new Map<string, Probe>([
    ['/livez', async () => Promise.resolve({ status: 200, type: plain, text: 'ok\n' })],
    [
      '/readyz',
      async () => {
        const checks = await readiness()
        const isReady = Object.values(checks).every(Boolean)
        const text = `${JSON.stringify({ ready: isReady, checks })}\n`
        return { status: isReady ? 200 : 503, type: 'application/json', text }
      },
    ],
    [
      '/metrics',
      async (request) => {
        if (token === undefined || !hasToken(request, token)) return null
        return { status: 200, type: metrics.contentType, text: await metrics.report() }
      },
    ],
  ])
}

/** The probe that a request asks for; null where it asks for none. */
export function findProbe(probes: Probes, { method, url = '' }: IncomingMessage): Probe | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  return probes.get(url.split('?', 1)[0] ?? '') ?? null
}

/** Answers a request for a probe. Returns whether it gets an answer. */
export async function answerProbe(
  probe: Probe,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const report = await probe(request)
  if (report === null) return false
  response.writeHead(report.status, {
    'Content-Type': report.type,
    'Content-Length': Buffer.byteLength(report.text),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': dataPolicy,
  })
  response.end(report.text)
  return true
}
