import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildFolder } from '@/server/build'
import { findBuiltAnswers } from '@/server/built-answers'
import { inlineScriptsOf } from '@/server/prerendered-pages'
import { startSite, type RunningSite } from '../../support/running-site'

const root = process.cwd()

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => site.stop())

const ask = async (address: string, headers: Record<string, string> = {}) =>
  fetch(site.url + address, { headers })

/** A request with a body's type is left to the framework, which answers it as it would any other. */
const askFramework = async (address: string) => ask(address, { 'Content-Type': 'text/plain' })

/** What only one of both says: the framework to itself, what a body is sent in, and which version of it. */
const ownHeaders =
  /^(x-nextjs-.*|accept-ranges|last-modified|etag|content-(length|encoding)|transfer-encoding|date)$/

const comparable = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => !ownHeaders.test(name)))

const addresses = () => findBuiltAnswers(buildFolder(root)).map(({ address }) => address)

test('what is ready is what the framework would answer, with the same headers', async () => {
  expect(addresses()).toEqual(
    expect.arrayContaining(['/fr/questionnaire', '/en/help', '/icon.svg', '/favicon.ico']),
  )
  for (const address of addresses()) {
    const [ready, framework] = await Promise.all([ask(address), askFramework(address)])
    // Icons carry what pages vary by, though nothing of it changes them.
    const vary = address.includes('.') ? { vary: null } : {}
    expect([address, ready.status]).toEqual([address, framework.status])
    expect({ address, ...comparable(ready), ...vary }).toEqual({ address, ...comparable(framework), ...vary })
    expect(Buffer.from(await ready.arrayBuffer()).equals(Buffer.from(await framework.arrayBuffer()))).toBe(
      true,
    )
    expect(ready.headers.get('etag')).toMatch(/^W\//)
    expect(framework.headers.get('etag') ?? '').not.toBe(ready.headers.get('etag'))
  }
})

test('whatever is compressible was compressed by the build, and varies with what the client takes', async () => {
  for (const { address, isCompressible } of findBuiltAnswers(buildFolder(root))) {
    const { headers } = await ask(address, { 'Accept-Encoding': 'br' })
    const { headers: plain } = await ask(address, { 'Accept-Encoding': 'identity' })
    const isShorter = Number(headers.get('content-length')) < Number(plain.get('content-length'))
    expect([address, headers.get('content-encoding')]).toEqual([address, isShorter ? 'br' : null])
    if (isCompressible) expect(headers.get('vary')).toMatch(/Accept-Encoding$/)
    else expect(isShorter).toBe(false)
  }
})

test('every inline script of a page is allowed by its hash', async () => {
  for (const address of addresses().filter((each) => !each.includes('.'))) {
    const response = await ask(address)
    const policy = response.headers.get('content-security-policy')
    const scripts = inlineScriptsOf(await response.text())
    expect(scripts.length).toBeGreaterThan(0)
    for (const script of scripts) {
      expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    }
  }
})

test('what a page is made of still comes from the framework', async () => {
  const response = await ask('/fr/aide?_rsc=', { RSC: '1' })
  expect(response.headers.get('content-type')).toContain('text/x-component')
})
