import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathTo } from '@/lib/i18n/routes'
import { isForProgram, problemOf } from './problem-instead'
import type { FindReady } from './ready-answers'
import { localeOf } from './refusal'

/** When to try again, in seconds. */
const retrySeconds = 5

const headers = { 'Retry-After': String(retrySeconds), 'Cache-Control': 'no-store', Connection: 'close' }

/** The link of the page for a site that has too much to do, and its words: see components/layout/busy-notice.tsx. */
const link = /<a class="button" href="">([^<]*)<\/a>/

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** The page with a form in place of its link, which sends once more what was sent. */
function withForm(html: string, body: Buffer): string {
  const fields = [...new URLSearchParams(body.toString())]
    .map(([name, content]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(content)}"/>`)
    .join('')
  const form = (_link: string, words: string) =>
    `<form method="post">${fields}<button type="submit">${words}</button></form>`
  return html.replace(link, form)
}

/** Forms of the public pages are repeated. Those of the admin area may hold a password, and are not. */
function isRepeatable({ url = '', headers: sent }: IncomingMessage): boolean {
  const isForm = sent['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  return isForm && !/^\/[^/]*\/admin(?:[/?]|$)/.test(url)
}

/**
 * Answers a request for which there is no room, with 503 and a page that keeps what was sent in `body`. It costs next to nothing:
 * the build has made the page. A sentence where it has not.
 */
export async function sendBusy(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  find: FindReady | null,
  origin = '',
): Promise<void> {
  if (isForProgram(request)) {
    const { status, text, headers: own } = problemOf(503, origin, headers)
    response.writeHead(status, own).end(`${text}\n`)
    return
  }
  const page = (await find?.(pathTo('busy', localeOf(request)))) ?? null
  const html = page?.bodies.get('identity')?.toString()
  if (page === null || html === undefined) {
    const type = { 'Content-Type': 'text/plain; charset=utf-8' }
    response
      .writeHead(503, { ...headers, ...type })
      .end('The site cannot answer at the moment: try again soon.\n')
    return
  }
  const { ETag: _ofReadyPage, ...own } = page.headers.get('identity') ?? {}
  const sent = isRepeatable(request) ? withForm(html, body) : html
  response.writeHead(503, { ...own, ...headers, 'Content-Length': Buffer.byteLength(sent) }).end(sent)
}
