import { brotliDecompressSync } from 'node:zlib'
import { beforeEach, expect, test, vi } from 'vitest'
import { checkEachMs, keepPages, keptAddresses, maxAgeMs, type RenderedPage } from '@/server/kept-pages'
import type { FindReady } from '@/server/ready-answers'

let now: number
let revision: string | Error
let figure: number
let isKeepable: boolean
let find: FindReady

const render = vi.fn<(address: string) => Promise<RenderedPage | null>>()
const readRevision = vi.fn<() => Promise<string>>()

beforeEach(() => {
  now = 1_000_000
  revision = 'one'
  figure = 46
  isKeepable = true
  render.mockReset().mockImplementation(async (address) => {
    await Promise.resolve()
    const html = Buffer.from(`<h1>${address}: ${figure} %</h1>${'<p>…</p>'.repeat(99)}`)
    return isKeepable ? { html, link: '</font>; rel=preload' } : null
  })
  readRevision.mockReset().mockImplementation(async () => {
    await Promise.resolve()
    if (revision instanceof Error) throw revision
    return revision
  })
  find = keepPages({ addresses: new Set(['/fr', '/en']), render, readRevision }, () => now)
})

async function shown(address = '/fr'): Promise<string | null> {
  const answer = await find(address)
  const body = answer?.bodies.get('br')
  return body === undefined ? null : (/<h1>(.*)<\/h1>/.exec(brotliDecompressSync(body).toString())?.[1] ?? '')
}

test('a page is rendered once for everybody, each for itself', async () => {
  expect(await Promise.all([shown(), shown(), shown('/en')])).toEqual(['/fr: 46 %', '/fr: 46 %', '/en: 46 %'])
  now += maxAgeMs - 1
  expect(await shown()).toBe('/fr: 46 %')
  expect(render).toHaveBeenCalledTimes(2)
})

test('a browser may keep it, and asks whether it is still the one', async () => {
  const headers = (await find('/fr'))?.headers.get('notModified')
  expect(headers).toMatchObject({ 'Cache-Control': 'no-cache', Link: '</font>; rel=preload' })
  expect(headers?.['ETag']).toMatch(/^W\//)
})

test('it is rendered anew once the figures have changed, at the latest after five seconds', async () => {
  const before = await find('/fr')
  figure = 47
  revision = 'two'
  now += checkEachMs - 1
  expect(await shown()).toBe('/fr: 46 %')
  now += 1
  expect(await Promise.all([shown(), shown()])).toEqual(['/fr: 47 %', '/fr: 47 %'])
  expect(render).toHaveBeenCalledTimes(2)
  expect((await find('/fr'))?.headers.get('br')?.['ETag']).not.toBe(before?.headers.get('br')?.['ETag'])
})

test('a row that was changed by hand is seen after a minute', async () => {
  await shown()
  figure = 47
  now += maxAgeMs
  expect(await shown()).toBe('/fr: 47 %')
})

test('a page that has not changed is not compressed again', async () => {
  const before = await find('/fr')
  revision = 'two'
  now += maxAgeMs
  expect(await find('/fr')).toBe(before)
  expect(render).toHaveBeenCalledTimes(2)
})

test('the revision is read at most once in five seconds', async () => {
  await Promise.all([shown(), shown('/en'), shown()])
  now += checkEachMs - 1
  await shown()
  expect(readRevision).toHaveBeenCalledTimes(1)
  now += 1
  await Promise.all([shown(), shown()])
  expect(readRevision).toHaveBeenCalledTimes(2)
})

test('while the revision cannot be read no page is given, and the same one afterwards', async () => {
  const before = await find('/fr')
  revision = new Error('the database is gone')
  now += checkEachMs
  expect(await find('/fr')).toBeNull()
  revision = 'one'
  now += checkEachMs
  expect(await find('/fr')).toBe(before)
})

test('a page that may not be kept is left to the framework, and tried again after five seconds', async () => {
  isKeepable = false
  expect(await shown()).toBeNull()
  expect(await shown()).toBeNull()
  expect(render).toHaveBeenCalledTimes(1)
  isKeepable = true
  now += checkEachMs
  expect(await shown()).toBe('/fr: 46 %')
})

test('a page that fails to render is left to the framework too', async () => {
  render.mockRejectedValueOnce(new Error('broken'))
  expect(await shown()).toBeNull()
  now += checkEachMs
  expect(await shown()).toBe('/fr: 46 %')
})

test('a page that never comes holds up nobody for good', async () => {
  render.mockImplementationOnce(async () => new Promise(() => undefined))
  void find('/fr')
  await vi.waitFor(() => expect(render).toHaveBeenCalled())
  now += maxAgeMs
  expect(await shown()).toBe('/fr: 46 %')
})

test('nothing is asked for any other address', async () => {
  expect(await find('/fr/aide')).toBeNull()
  expect(readRevision).not.toHaveBeenCalled()
})

test('the pages that are kept are there in both languages', () => {
  const kept = [
    '/fr',
    '/en',
    '/fr/mentions-legales',
    '/en/legal-notice',
    '/fr/confidentialite',
    '/en/accessibility',
    '/fr/chiffres/2025-12/usage-any',
    '/en/embed/2025-12/usage-any',
  ]
  expect(kept.filter((address) => !keptAddresses.has(address))).toEqual([])
  const others = ['/fr/resultats', '/en/take-part', '/fr/chiffres/2025-12', '/fr/chiffres.csv', '/en/admin']
  expect(others.filter((address) => keptAddresses.has(address))).toEqual([])
})

test('a page of one figure is kept without its scripts, and says that none runs', async () => {
  const address = '/en/embed/2025-12/usage-any'
  render.mockImplementation(async () => {
    await Promise.resolve()
    const html = `<link rel="preload" as="script" href="/a.js"/><h1>46</h1><script src="/a.js"></script><script>b</script>`
    return { html: Buffer.from(html), link: undefined }
  })
  find = keepPages({ addresses: keptAddresses, render, readRevision }, () => now)
  const answer = await find(address)
  expect(answer?.bodies.get('identity')?.toString()).toBe('<h1>46</h1>')
  expect(answer?.headers.get('identity')?.['Content-Security-Policy']).toMatch(/frame-ancestors \*$/)
})

test('no more pages are kept than there is room for: the one that was made first goes', async () => {
  find = keepPages({ addresses: { has: () => true }, render, readRevision }, () => now)
  const addresses = Array.from({ length: 601 }, (_, index) => `/en/embed/2025-12/${index}`)
  for (const address of addresses) await find(address)
  render.mockClear()
  await find(addresses.at(-1) ?? '')
  expect(render).not.toHaveBeenCalled()
  await find(addresses[0] ?? '')
  expect(render).toHaveBeenCalledTimes(1)
})
