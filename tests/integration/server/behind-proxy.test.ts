import { request as httpRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { adminPath } from '@/lib/i18n/admin-pages'
import { silentProxies, startReverseProxy, usualProxies, type PassOn } from '../../support/reverse-proxy'
import { startSite, type RunningSite } from '../../support/running-site'

let site: RunningSite
let actionId: string
beforeAll(async () => {
  site = await startSite()
  const html = await (await fetch(site.url + adminPath('signIn', 'fr'))).text()
  actionId = /&quot;id&quot;:&quot;([0-9a-f]{42})&quot;/.exec(html)?.[1] ?? 'none in the page'
})
afterAll(async () => site.stop())

/** Asks as a browser does that knows the site as miroir.test. */
async function ask(port: number, path: string, headers: Record<string, string>, body?: string) {
  const method = body === undefined ? 'GET' : 'POST'
  const sent = httpRequest({ host: '127.0.0.1', port, path, method, agent: false })
  sent.setHeader('Host', `miroir.test:${port}`)
  for (const [name, content] of Object.entries(headers)) sent.setHeader(name, content)
  sent.end(body)
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve).on('error', reject)
  })
  return { status: answer.statusCode, headers: answer.headers, html: await text(answer) }
}

const part = (name: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`

/** Tries to sign in, as the page with scripts does: a wrong password is answered with 422, once the action has run. */
async function signIn(port: number, headers: Record<string, string>) {
  const body = `${part('1_email', 'a@miroir.test')}${part('0', '["fr",null,"$K1"]')}--x--\r\n`
  return ask(
    port,
    adminPath('signIn', 'fr'),
    { 'Content-Type': 'multipart/form-data; boundary=x', 'Next-Action': actionId, ...headers },
    body,
  )
}

async function proxied(passOn: PassOn): Promise<number> {
  const proxy = await startReverseProxy(site.url, passOn)
  onTestFinished(proxy.close)
  return proxy.port
}

describe.each(Object.entries<PassOn>(usualProxies))('behind a proxy that passes on %s', (_what, passOn) => {
  test('an action runs, whether or not the browser sends Sec-Fetch-Site', async () => {
    const port = await proxied(passOn)
    const origin = `http://miroir.test:${port}`
    expect((await signIn(port, { Origin: origin, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(422)
    expect((await signIn(port, { Origin: origin })).status).toBe(422)
  })

  test('a form without scripts is taken', async () => {
    const port = await proxied(passOn)
    const origin = `http://miroir.test:${port}`
    const erase = async (headers: Record<string, string>) =>
      (await ask(port, '/api/comparison/erase?locale=fr', headers, '')).status
    expect(await erase({ Origin: origin })).toBe(303)
    expect(await erase({ Origin: 'null', 'Sec-Fetch-Site': 'same-origin' })).toBe(303)
  })

  test('a page of another site is refused, with a page in the reader’s language', async () => {
    const port = await proxied(passOn)
    for (const headers of [
      { Origin: 'http://elsewhere.example' },
      { Origin: `http://miroir.test:${port}.elsewhere.example` },
      { Origin: `http://miroir.test:${port}`, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
    ]) {
      const refused = await signIn(port, headers)
      expect([headers, refused.status]).toEqual([headers, 403])
      expect(refused.html).toMatch(/^<!DOCTYPE html>.*<html lang="fr"/)
    }
  })
})

describe.each(Object.entries<PassOn>(silentProxies))('behind a proxy that passes on %s', (_what, passOn) => {
  test('an action runs where the browser vouches for it', async () => {
    const port = await proxied(passOn)
    const origin = `http://miroir.test:${port}`
    expect((await signIn(port, { Origin: origin, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(422)
    expect((await signIn(port, { Origin: origin, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  })
})
