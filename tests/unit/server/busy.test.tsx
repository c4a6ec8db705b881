import { expect, onTestFinished, test } from 'vitest'
import { BusyNotice } from '@/components/layout/busy-notice'
import type { Handler } from '@/server/http-server'
import { readyAnswer } from '@/server/ready-answers'
import { drawnIn } from '../../support/in-language'
import { serve } from '../../support/served'

const page = `<!DOCTYPE html><html lang="fr"><body>${drawnIn('fr', <BusyNotice />)}</body></html>`
const findReady = (address: string) =>
  address === '/fr/trop-de-demandes'
    ? readyAnswer(new Map([['identity', Buffer.from(page)]]), { 'Content-Type': 'text/html; charset=utf-8' })
    : null

/** A site with as many requests as it takes of one client, until `let go`. */
async function busySite() {
  let letGo = () => undefined as void
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let begun = 0
  const handler: Handler = async (request, response) => {
    begun += 1
    if (request.url !== '/fr/aide') await gate
    response.end('answered')
  }
  onTestFinished(() => letGo())
  const port = await serve(handler, {}, undefined, { findReady })
  const url = `http://127.0.0.1:${port}`
  const attack = Array.from({ length: 104 }, async () => fetch(`${url}/fr/resultats`))
  await expect.poll(() => begun).toBe(4)
  return { url, attack, letGo }
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' }

test('a request that is turned away gets a page that keeps what was sent; those that wait are answered, and so are other clients', async () => {
  const { url, attack, letGo } = await busySite()
  // All of them have arrived once another one is turned away.
  const turnedAway = async () => fetch(`${url}/fr/questionnaire`)
  await expect.poll(async () => (await turnedAway()).status).toBe(503)
  const read = await turnedAway()
  expect([
    read.headers.get('retry-after'),
    read.headers.get('cache-control'),
    read.headers.get('etag'),
  ]).toEqual(['5', 'no-store', null])
  expect(await read.text()).toBe(page)

  const body = 'ageBand=under35&benefits=autonomy&benefits=other&note=%22%3E%3Cscript%3E'
  const sent = await fetch(`${url}/fr/questionnaire`, { method: 'POST', headers: form, body })
  expect(sent.status).toBe(503)
  const fields = [
    ['ageBand', 'under35'],
    ['benefits', 'autonomy'],
    ['benefits', 'other'],
    ['note', '&quot;&gt;&lt;script&gt;'],
  ].map(([name, content]) => `<input type="hidden" name="${name}" value="${content}"/>`)
  expect(await sent.text()).toContain(
    `<form method="post">${fields.join('')}<button type="submit">Réessayer</button></form>`,
  )

  // A password is not repeated: such forms are of the other kind.
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x', 'Sec-Fetch-Site': 'same-origin' }
  const secret =
    '--x\r\nContent-Disposition: form-data; name="password"\r\n\r\nseven green bottles\r\n--x--\r\n'
  const other = await fetch(`${url}/fr/questionnaire`, { method: 'POST', headers: multipart, body: secret })
  expect([other.status, await other.text()]).toEqual([503, page])

  const settings = await fetch(`${url}/fr/admin/settings`, {
    method: 'POST',
    headers: form,
    body: 'password=seven',
  })
  expect([settings.status, await settings.text()]).toEqual([503, page])

  const headers = { 'X-Forwarded-For': '203.0.113.7' }
  expect((await fetch(`${url}/fr/aide`, { headers })).status).toBe(200)
  letGo()
  expect(new Set((await Promise.all(attack)).map(({ status }) => status))).toEqual(new Set([200]))
  expect((await fetch(`${url}/fr/aide`)).status).toBe(200)
})

test('a client that went away while it waited gives its turn to the next one', async () => {
  const { url, attack, letGo } = await busySite()
  const leaving = new AbortController()
  const gone = fetch(`${url}/fr/resultats`, {
    signal: leaving.signal,
    headers: { 'X-Forwarded-For': '203.0.113.8' },
  })
  leaving.abort()
  await expect(gone).rejects.toThrow('aborted')
  letGo()
  await Promise.all(attack)
  expect((await fetch(`${url}/fr/aide`)).status).toBe(200)
})

test('a site whose build is gone asks nothing of the framework, and keeps what was sent', async () => {
  const handler: Handler = async (_request, response) => Promise.resolve(void response.end('answered'))
  let isThere = true
  const port = await serve(handler, {}, undefined, { findReady, isThere: () => isThere })
  const url = `http://127.0.0.1:${port}/fr/questionnaire`
  expect((await fetch(url)).status).toBe(200)
  isThere = false
  const sent = await fetch(url, { method: 'POST', headers: form, body: 'ageBand=under35' })
  expect([sent.status, sent.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await sent.text()).toContain('<input type="hidden" name="ageBand" value="under35"/>')
})
