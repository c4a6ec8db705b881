import { adminPath } from '@/lib/i18n/admin-pages'
import type { HostileRequest } from './hostile-requests'
import { sendRaw, statusOf } from './raw-request'

/** The id of an action that a site knows. */
export async function readActionId(siteUrl: string): Promise<string> {
  const html = await (await fetch(siteUrl + adminPath('signIn', 'fr'))).text()
  const id = /&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(html)?.[1]
  if (id === undefined) throw new Error('the page of signing in has no action')
  return id
}

async function send(siteUrl: string, { method, target, headers, body }: HostileRequest): Promise<string> {
  const { host, port } = new URL(siteUrl)
  const all = { Host: host, Connection: 'close', 'Content-Length': String(body.length), ...headers }
  const lines = Object.entries(all).map(([name, content]) => `${name}: ${content}\r\n`)
  return sendRaw(Number(port), `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

/** What is wrong with an answer; null where nothing is. */
function fault({ method }: HostileRequest, answer: string): string | null {
  const status = statusOf(answer)
  if (Number.isNaN(status)) return 'no answer'
  if (status >= 500) return String(status)
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const isBodiless = method === 'HEAD' || [204, 303, 304, 307, 308].includes(status)
  if (!isBodiless && body.trim() === '') return `${status} with an empty body`
  if (status === 405 && !/\r\nAllow: /i.test(head)) return '405 without Allow'
  if (!/\r\nX-Content-Type-Options: nosniff/i.test(head))
    return `${status} without the headers of every answer`
  const isPage = !isBodiless && /\r\nContent-Type: text\/html/i.test(head)
  if (isPage && !/<html lang="(fr|en)"/.test(body)) return `${status} with a page that is not the site's`
  return null
}

/** Sends requests, many at a time. Returns what is wrong with answers, each with its request. */
export async function faultsOf(
  siteUrl: string,
  requests: readonly HostileRequest[],
): Promise<readonly string[]> {
  const faults: string[] = []
  const waiting = [...requests]
  const sendAll = async (): Promise<void> => {
    for (let request = waiting.pop(); request !== undefined; request = waiting.pop()) {
      const found = fault(request, await send(siteUrl, request))
      if (found !== null) faults.push(`${found}: ${JSON.stringify(request).slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, sendAll))
  return faults
}
