import { currentOrigin } from '@/lib/http/exchange'

export const dynamic = 'force-dynamic'

/** The address that the site believes it has, for this request: `npm run doctor` prints it. */
export function GET(): Response {
  return Response.json({ origin: currentOrigin() }, { headers: { 'Cache-Control': 'no-store' } })
}
