import { compare } from '@/lib/comparison/compare'
import { ownData } from '@/lib/comparison/own-data'
import { trustProfile } from '@/lib/comparison/trust-profile'
import { currentWaveId } from '@/lib/comparison/waves'
import { readWaveFigures } from '@/lib/db/figures'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'
import { readSession } from '@/lib/session/comparison-session'

const headers = { 'Cache-Control': 'no-store' }

/** A person's own answers and comparison as a file, made from the session and kept nowhere. */
export async function GET(): Promise<Response> {
  const session = await readSession()
  if (session.kind !== 'session') {
    return Response.json(
      { error: 'no-answers', message: 'There are no answers to download.' },
      { status: 404, headers },
    )
  }
  try {
    const published = await readWaveFigures(currentWaveId)
    const comparisons = compare(session.answers, published.figures)
    const data = ownData(session.answers, published, comparisons, trustProfile(comparisons))
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="miroir-${currentWaveId}.json"`,
      },
    })
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the national figures cannot be read')
    const message = 'The national figures cannot be read now. Try again later.'
    return Response.json({ error: 'figures-unavailable', message }, { status: 503, headers })
  }
}
