import fc from 'fast-check'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { apiBase, operationNames, operationOf, type OperationName } from '@/lib/api/operations'
import { compareAnswers } from '@/lib/api/compare-answers'
import { apiLimits } from '@/lib/http/api-limit'
import { answerChecker } from '../../support/api-document'
import { arbitraryAnswers } from '../../support/arbitrary-answers'
import { giveResponses, publish } from '../../support/e2e/make-up'
import { filesOf } from '../../support/figure-data'
import { projectDocument } from '../../support/project-document'
import { startSite, type RunningSite } from '../../support/running-site'

const until = async (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 60_000, interval: 100 })

let site: RunningSite
let check: ReturnType<typeof answerChecker>
beforeAll(async () => {
  site = await startSite()
  // The work that a site does when it starts would else publish what this test is about to.
  await until(() => site.output().includes('the audit log ends here'))
  const file = path.join(site.dataDir, 'miroir.db')
  await giveResponses(file, 300, '2026-W47')
  await publish(file, new Date('2026-11-24T08:00:00Z'))
  check = answerChecker((await (await fetch(`${site.url}${apiBase}/openapi.json`)).json()) as never)
})
afterAll(async () => site.stop())

// As behind a proxy: each request is of a client of its own, with a limit of its own.
let client = 1
const nextClient = () => {
  client += 1
  return { 'X-Forwarded-For': `192.0.2.${client}` }
}

async function ask(address: string, init: RequestInit = {}) {
  const response = await fetch(site.url + apiBase + address, {
    ...init,
    headers: { ...nextClient(), ...(init.headers as Record<string, string> | undefined) },
  })
  const type = response.headers.get('content-type') ?? ''
  const text = await response.text()
  return { response, type, body: type.includes('json') && text !== '' ? (JSON.parse(text) as unknown) : text }
}

const postJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

const edition = '/participants/editions/latest/aggregates'
/** Requests for each operation: the example of the document, and more. */
const requests: Readonly<Record<OperationName, readonly string[]>> = {
  listWaves: [],
  listFigures: ['/waves/2025-12/figures', '/waves/2025-12/figures?population=none&language=en'],
  readInstrument: [],
  listEditions: ['/participants/editions'],
  readAggregates: [`${edition}.json`, `${edition}.json?wave=2025-12&item=usage.teleconsultation`],
  readAggregatesTable: [`${edition}.csv?item=usage.teleconsultation`],
  compareAnswers: [],
}

describe.each(operationNames)('%s', (name) => {
  const { path: pattern, method, example } = operationOf(name)

  test('answers as the document says', async () => {
    const all = [...(example === null ? [] : [example.path]), ...requests[name]]
    expect(all.length).toBeGreaterThan(0)
    for (const address of all) {
      const { response, type, body } = await ask(
        address,
        example?.body === undefined ? {} : postJson(example.body),
      )
      expect([address, response.status]).toEqual([address, 200])
      expect([address, check(pattern, method, 200, type, body)]).toEqual([address, []])
      expect(response.headers.get('access-control-allow-origin')).toBe(method === 'get' ? '*' : null)
      expect(response.headers.get('ratelimit')).toMatch(/^"(read|compare)";r=\d+;t=60$/)
      expect(response.headers.get('set-cookie')).toBeNull()
    }
  })
})

test('the beginning of all addresses says where each thing is', async () => {
  const { response, body } = await ask('')
  expect(response.status).toBe(200)
  const { description, operations } = body as {
    description: string
    operations: Record<string, { method: string; href: string }>
  }
  expect(Object.keys(operations)).toEqual(operationNames)
  for (const name of operationNames) {
    const { method, path: pattern } = operationOf(name)
    expect(operations[name]).toEqual({
      method: method.toUpperCase(),
      href: `${site.url}${apiBase}${pattern}`,
    })
  }
  expect((await fetch(description)).status).toBe(200)
})

test('what is read says which copy it is, and is not sent again', async () => {
  for (const address of [
    '',
    '/waves',
    '/instrument',
    '/openapi.json',
    `${edition}.csv`,
    '/waves/2025-12/figures?state=1',
  ]) {
    const first = await ask(address)
    const etag = first.response.headers.get('etag') ?? ''
    const again = await ask(address, { headers: { 'If-None-Match': `"other", ${etag}` } })
    expect([address, again.response.status, again.body]).toEqual([address, 304, ''])
    const head = await ask(address, { method: 'HEAD' })
    expect([head.response.status, head.response.headers.get('etag')]).toEqual([200, etag])
  }
})

test('figures are filtered by indicator, by population and by both', async () => {
  const count = async (query: string) => {
    const { body } = await ask(`/waves/2025-12/figures${query}`)
    return (body as { figures: unknown[] }).figures.length
  }
  const { figures } = await projectDocument()
  expect(await count('')).toBe(figures.length)
  expect(await count('?indicator=usage.teleconsultation')).toBe(3)
  expect(await count('?population=under_35')).toBe(
    figures.filter(({ population }) => population === 'under_35').length,
  )
  expect(await count('?indicator=usage.teleconsultation&population=under_35')).toBe(1)
})

test('the editions are those of the open data', async () => {
  for (const [address, other] of [
    ['/participants/editions', '/api/open-data/2025-12/editions'],
    [`${edition}.json`, '/api/open-data/2025-12/editions/latest/aggregates.json'],
    [`${edition}.csv?item=ageBand`, '/api/open-data/2025-12/editions/1/aggregates.csv?item=ageBand'],
  ] as const) {
    const own = await (await fetch(site.url + apiBase + address, { headers: nextClient() })).text()
    expect(own).toBe(await (await fetch(site.url + other)).text())
  }
})

describe('comparing', () => {
  test('gives what the pure function gives, for any answers, and stores and logs nothing', async () => {
    const { published } = await filesOf(await projectDocument())
    const state = { ...published.state, number: 1 }
    const before = site.output()
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers, async (answers) => {
        const { response, body } = await ask('/compare', postJson({ answers }))
        expect(response.headers.get('cache-control')).toBe('no-store')
        expect(body).toEqual(JSON.parse(JSON.stringify(compareAnswers(answers, { ...published, state }))))
      }),
      { numRuns: 25 },
    )
    expect(site.output()).toBe(before)
  })

  test('is refused with problem details that say what and where', async () => {
    const foreign = { 'Content-Type': 'application/json', Origin: 'https://elsewhere.example' }
    const refusals: readonly (readonly [RequestInit, number, string])[] = [
      [postJson('{'), 400, 'bad-request'],
      [postJson({ answers: { ageBand: 'old' } }), 422, 'invalid-answers'],
      [postJson({ answers: {}, wave: '1999-01' }), 404, 'unknown-wave'],
      [postJson({ answers: {}, long: 'x'.repeat(70_000) }), 413, 'too-large'],
      [{ method: 'POST', body: 'ageBand=under35' }, 415, 'not-json'],
      [{ ...postJson({ answers: {} }), headers: foreign }, 403, 'foreign-site'],
      [{ method: 'PUT', body: 'x' }, 405, 'method-not-allowed'],
    ]
    for (const [init, status, problem] of refusals) {
      const { response, type, body } = await ask('/compare', init)
      expect([problem, response.status, type]).toEqual([problem, status, 'application/problem+json'])
      expect(body).toMatchObject({ type: `${site.url}/en/api#problem-${problem}`, status })
      expect([problem, check('/compare', 'post', status, type, body)]).toEqual([problem, []])
    }
  })
})

test('a parameter that is not known is named', async () => {
  const address = '/waves/2025-12/figures'
  const { response, type, body } = await ask(`${address}?language=xx`)
  expect([response.status, type]).toEqual([400, 'application/problem+json'])
  expect(body).toMatchObject({ errors: [{ code: 'unknownLanguage', at: 'language' }] })
  expect(check('/waves/{wave}/figures', 'get', 400, type, body)).toEqual([])
})

test('what cannot be read is refused with problem details', async () => {
  const refusals = {
    '/waves/1999-01/figures': 'unknown-wave',
    '/waves/2025-12/figures?state=9': 'unknown-state',
    '/participants/editions?wave=x': 'unknown-wave',
    '/participants/editions/7/aggregates.json': 'unknown-edition',
    [`${edition}.csv?item=fax`]: 'unknown-item',
    '/nothing': 'unknown-address',
  }
  for (const [address, problem] of Object.entries(refusals)) {
    const { response, type, body } = await ask(address)
    expect([address, response.status, type]).toEqual([address, 404, 'application/problem+json'])
    expect(body).toMatchObject({ type: expect.stringMatching(`#problem-${problem}$`) })
    expect(response.headers.get('cache-control')).toBe('no-store')
  }
})

test('scripts of other sites may read everything, and are told so beforehand', async () => {
  for (const address of [
    '/waves',
    '/waves/2025-12/figures',
    '/instrument',
    '/participants/editions',
    '/openapi.json',
  ]) {
    const { response } = await ask(address, {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example' },
    })
    expect([address, response.status]).toEqual([address, 204])
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD')
  }
  const { response } = await ask('/compare', { method: 'OPTIONS' })
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})

test('who asks too often is told when to come back, and others are answered', async () => {
  const headers = nextClient()
  const statuses: number[] = []
  for (let time = 0; time <= apiLimits.compare; time += 1) {
    const init = postJson({ answers: {} })
    const response = await fetch(`${site.url}${apiBase}/compare`, {
      ...init,
      headers: { ...headers, 'Content-Type': 'application/json' },
    })
    statuses.push(response.status)
    if (response.status !== 429) continue
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(
      check('/compare', 'post', 429, response.headers.get('content-type') ?? '', await response.json()),
    ).toEqual([])
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(apiLimits.compare)
  expect(statuses.at(-1)).toBe(429)
  expect((await ask('/compare', postJson({ answers: {} }))).response.status).toBe(200)
})
