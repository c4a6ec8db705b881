import { randomUUID } from 'node:crypto'
import inject from 'light-my-request'
import { withinExchange } from '@/lib/http/exchange'
import type { SiteAddress } from '@/lib/http/site-address'
import type { Handler } from './http-server'
import type { RenderedPage } from './kept-pages'

/** A host that nobody has (RFC 6761): a page that names it has taken the site's address from the request. */
const nobodysHost = 'kept-page.invalid'

const wholeAddress = (publicUrl: string | undefined): SiteAddress => {
  if (publicUrl === undefined) return { scheme: 'http', host: nobodysHost }
  const { protocol, host } = new URL(publicUrl)
  return { scheme: protocol === 'https:' ? 'https' : 'http', host }
}

/** What an answer carries that is for one browser. */
const personalHeaders = ['set-cookie', 'clear-site-data', 'location']

/**
 * Has the framework's handler render a page for a request that comes from nobody: without cookies, language, address and nonce.
 * null where the answer is no page with status 200, or depends on the request in what can be seen of it.
 */
export async function renderForNobody(
  handler: Handler,
  address: string,
  publicUrl: string | undefined,
): Promise<RenderedPage | null> {
  const site = wholeAddress(publicUrl)
  const headers = {
    host: site.host,
    'x-forwarded-host': site.host,
    'x-forwarded-proto': site.scheme,
    'user-agent': '',
  }
  const answer = await inject(
    (request, response) => {
      const known = { id: randomUUID(), site, address: '' }
      withinExchange(response, known, {}, async () => handler(request, response)).catch(() => {
        response.destroy(new Error('the page could not be rendered'))
      })
    },
    { method: 'GET', url: address, headers },
  )
  const html = answer.rawPayload
  const isPage = answer.statusCode === 200 && String(answer.headers['content-type']).startsWith('text/html')
  const isForNobody =
    personalHeaders.every((name) => answer.headers[name] === undefined) && !html.includes(nobodysHost)
  return isPage && isForNobody ? { html, link: answer.headers['link'] } : null
}
