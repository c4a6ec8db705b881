import { compare } from '@/lib/comparison/compare'
import { ownData } from '@/lib/comparison/own-data'
import { trustProfile } from '@/lib/comparison/trust-profile'
import { DatabaseError } from '@/lib/errors'
import { readSession } from '@/lib/session/comparison-session'
import { loadFigures } from '../../../[locale]/load-figures'

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
  const published = await loadFigures()
  if (published instanceof DatabaseError) {
    const message = 'The national figures cannot be read now. Try again later.'
    return Response.json({ error: 'figures-unavailable', message }, { status: 503, headers })
  }
  const comparisons = compare(session.answers, published.figures)
  const data = ownData(session.answers, published, comparisons, trustProfile(comparisons))
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      ...headers,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="miroir-${published.wave.id}.json"`,
    },
  })
}
