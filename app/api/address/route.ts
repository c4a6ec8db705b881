import { currentOrigin } from '@/lib/http/exchange'

export const dynamic = 'force-dynamic'

/** The address that the site believes it has, as whoever asks reaches it: `npm run doctor` tells it. */
export function GET(): Response {
  return Response.json({ origin: currentOrigin() }, { headers: { 'Cache-Control': 'no-store' } })
}
