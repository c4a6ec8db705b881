import { forgetPages } from '@/lib/http/exchange'

export const dynamic = 'force-dynamic'

/**
 * Has the browser forget the pages that it keeps to come back to. Asked for by a page that was led to after erasing: only then
 * is the page before it among those that are kept. Other sites have the browser forget nothing.
 */
export function GET(request: Request): Response {
  if (request.headers.get('sec-fetch-site') !== 'cross-site') forgetPages()
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } })
}
