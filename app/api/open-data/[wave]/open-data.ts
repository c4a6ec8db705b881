import { createHash } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { readWaveFigures } from '@/lib/db/figures'
import { readParticipants } from '@/lib/db/participants'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { aggregatesFileName, type AboutAggregates } from '@/lib/export/aggregates'
import { keyedUniform } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'
import { log } from '@/lib/log'
import { publishedAggregates, type PublishedAggregates } from '@/lib/participation/published-aggregates'
import { leastThresholds } from '@/lib/participation/thresholds'

/** Open data: scripts of any site may read it, and no other answer of this one. */
const forEverySite = { 'Access-Control-Allow-Origin': '*' }

const refusals = {
  'too-few': 'There are no open data of this wave: too few people have taken part.',
  'made-up': 'There are no open data of this wave: some of the responses are made up.',
} as const

function refuse(status: 404 | 503, error: string, message: string): Response {
  const headers = { ...forEverySite, 'Cache-Control': 'no-store' }
  return Response.json({ error, message }, { status, headers })
}

type Found =
  | { readonly about: AboutAggregates; readonly aggregates: PublishedAggregates }
  | keyof typeof refusals

/** The aggregates of a wave as the last snapshot has them. Throws DatabaseError. */
async function findAggregates(waveId: string): Promise<Found> {
  const participants = /^\d{4}-\d{2}$/.test(waveId) ? await readParticipants(waveId) : null
  if (participants === null) return 'too-few'
  const { figures } = await readWaveFigures(waveId)
  const key = readSecret(readSettings(), 'receipt')
  const roll = (cell: string) => keyedUniform(key, 'rounding', cell)
  const thresholds = leastThresholds
  const aggregates = publishedAggregates(participants.counts, figures, roll, thresholds)
  if (aggregates === null) return 'too-few'
  // A file leaves the page, and with it the notice that says so.
  if (participants.demoCount > 0) return 'made-up'
  const [fr, en] = [
    await getTranslations({ locale: 'fr', namespace: 'method.participants' }),
    await getTranslations({ locale: 'en', namespace: 'method.participants' }),
  ]
  const about = {
    waveId,
    countedOn: participants.takenOn,
    thresholds,
    licence: null,
    participants: { fr: fr('who'), en: en('who') },
    hasDemo: false,
  }
  return { about, aggregates }
}

/**
 * A file of open data: the aggregates of a wave, written by `write`; 404 while there are none. The ETag is made of what is in the
 * file, so that it stays as long as the snapshot and the thresholds do.
 */
export async function answerWithAggregates(
  request: Request,
  waveId: string,
  ending: 'csv' | 'json',
  write: (about: AboutAggregates, aggregates: PublishedAggregates) => string,
): Promise<Response> {
  try {
    const found = await findAggregates(waveId)
    if (typeof found === 'string') return refuse(404, found, refusals[found])
    const file = write(found.about, found.aggregates)
    const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`
    const headers = { ...forEverySite, ETag: etag, 'Cache-Control': 'public, max-age=3600' }
    const isKept = (request.headers.get('if-none-match') ?? '')
      .split(',')
      .some((each) => each.trim().replace(/^W\//, '') === etag)
    if (isKept) return new Response(null, { status: 304, headers })
    const type =
      ending === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8'
    const name = aggregatesFileName(found.about, ending)
    return new Response(file, {
      headers: { ...headers, 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
    })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the open data cannot be read')
    return refuse(503, 'unavailable', 'The open data cannot be read now. Try again later.')
  }
}
