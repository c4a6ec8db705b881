import { createHash } from 'node:crypto'
import { DatabaseError } from '@/lib/errors'
import { aggregatesFileName, type AboutAggregates } from '@/lib/export/aggregates'
import { log } from '@/lib/log'
import type { PublishedAggregates } from '@/lib/participation/published-aggregates'
import { findAggregates, type NoAggregates } from './find-aggregates'

/** Open data: scripts of any site may read it, and no other answer of this one. */
const forEverySite = { 'Access-Control-Allow-Origin': '*' }

const contentTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
} as const

const reasons: Readonly<Record<NoAggregates, string>> = {
  'unknown-wave':
    'There is no wave of this name: its address has the year and month of a survey, such as 2025-12.',
  'too-few': 'There are no open data of this wave: too few people have taken part.',
  'made-up': 'There are no open data of this wave: some of the responses are made up.',
}

/** What a script of another site may do with open data: read them, and say which copy it has. */
export function answerToPreflight(): Response {
  const headers = {
    ...forEverySite,
    Allow: 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Methods': 'GET, HEAD',
    'Access-Control-Allow-Headers': '*',
    'Access-Control-Max-Age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

function refuse(status: 404 | 503, error: string, message: string): Response {
  const headers = { ...forEverySite, 'Cache-Control': 'no-store' }
  return Response.json({ error, message }, { status, headers })
}

/** Whether the copy that is asked about is the same (RFC 9110, section 13.1.2). */
function isKept(request: Request, etag: string): boolean {
  const kept = request.headers.get('if-none-match') ?? ''
  return kept.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

/**
 * A file of open data: the aggregates of a wave, written by `write`; 404 while there are none. Its ETag is made of what is in it, and
 * so stays as long as the snapshot and the thresholds do.
 */
export async function answerWithAggregates(
  request: Request,
  waveId: string,
  ending: keyof typeof contentTypes,
  write: (about: AboutAggregates, aggregates: PublishedAggregates) => string,
): Promise<Response> {
  try {
    const found = await findAggregates(waveId)
    if (typeof found === 'string') return refuse(404, found, reasons[found])
    const file = write(found.about, found.aggregates)
    const etag = `"${createHash('sha256').update(file).digest('base64url')}"`
    const { licence } = found.about
    const headers = {
      ...forEverySite,
      ETag: etag,
      'Cache-Control': 'public, max-age=3600',
      // RFC 4946: a table has no place for it.
      ...(licence !== null && { Link: `<${licence.url}>; rel="license"` }),
    }
    if (isKept(request, etag)) return new Response(null, { status: 304, headers })
    const name = aggregatesFileName(found.about, ending)
    return new Response(file, {
      headers: {
        ...headers,
        'Content-Type': contentTypes[ending],
        'Content-Disposition': `attachment; filename="${name}"`,
      },
    })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the open data cannot be read')
    return refuse(503, 'unavailable', 'The open data cannot be read now. Try again later.')
  }
}
