import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminPath } from '@/lib/i18n/admin-pages'
import { hostileRequests, mark, type HostileRequest } from '../../support/hostile-requests'
import { sendRaw, statusOf } from '../../support/raw-request'
import { startSite, type RunningSite } from '../../support/running-site'

let site: RunningSite
let requests: readonly HostileRequest[]
beforeAll(async () => {
  site = await startSite()
  const html = await (await fetch(site.url + adminPath('signIn', 'fr'))).text()
  requests = hostileRequests(/&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(html)?.[1] ?? 'none')
})
afterAll(async () => site.stop())

async function send({ method, target, headers, body }: HostileRequest): Promise<string> {
  const { host, port } = new URL(site.url)
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

test('each gets an answer of the site, and none fails', async () => {
  expect(requests.length).toBeGreaterThan(1000)
  const faults: string[] = []
  const waiting = [...requests]
  const sendAll = async (): Promise<void> => {
    for (let request = waiting.pop(); request !== undefined; request = waiting.pop()) {
      const found = fault(request, await send(request))
      if (found !== null) faults.push(`${found}: ${JSON.stringify(request).slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, sendAll))
  expect(faults).toEqual([])
}, 180_000)

test('none leaves in the log what it sent, nor a line that is not the log’s own', () => {
  const [before = '', after = ''] = site.output().split(/^Miroir is at .*$/m)
  expect(before).not.toContain('{')
  const lines = after.split('\n').filter((line) => line !== '')
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) })
  expect(after).not.toContain(mark)
  expect(after).not.toContain(mark.toLowerCase())
  // Something was logged, or this shows nothing.
  expect(lines.length).toBeGreaterThan(10)
})
