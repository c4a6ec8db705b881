import { parse } from 'csv-parse/sync'
import { endings } from '@/lib/figure-data/file'
import { figureFilePath } from '@/lib/i18n/data-addresses'
import { locales } from '@/lib/i18n/locales'
import { expect, test } from '../support/e2e/test'
import { publishedFigures } from '../support/published-figures'

const figure = { waveId: '2025-12', fragment: 'usage-teleconsultation-under_35' }
const places = [
  { waveId: null, fragment: null, rows: publishedFigures.length },
  { waveId: '2025-12', fragment: null, rows: publishedFigures.length },
  { ...figure, rows: 1 },
]

test('figures are data at the address of the page that shows them, in each language, for each state', async ({
  request,
}) => {
  for (const locale of locales) {
    for (const { rows, ...place } of places) {
      for (const state of [null, 1]) {
        const response = await request.get(figureFilePath(locale, place, 'csv', state))
        expect(response.status()).toBe(200)
        expect(response.headers()).toMatchObject({
          'content-type': 'text/csv; charset=utf-8; header=present',
          'access-control-allow-origin': '*',
          'cache-control': state === null ? 'public, no-cache' : 'public, max-age=86400',
        })
        const lines: Record<string, string>[] = parse(await response.text(), { columns: true })
        expect(lines).toHaveLength(rows)
        expect(lines[0]?.['citation_short']).toMatch(locale === 'fr' ? /^Ifop pour/ : /^Ifop for/)
      }
    }
  }
})

test('each kind of file says what it is, how it is called, and whether the client has it', async ({
  request,
}) => {
  for (const ending of endings) {
    const address = figureFilePath('fr', figure, ending)
    const response = await request.get(address)
    expect([ending, response.status()]).toEqual([ending, 200])
    const { etag = '', 'content-disposition': name, vary } = response.headers()
    expect(name).toBe(
      `attachment; filename="miroir-2025-12-figures-usage-teleconsultation-under_35-state-1.${ending}"`,
    )
    expect(vary ?? '').not.toContain('Cookie')
    const again = await request.get(address, { headers: { 'If-None-Match': etag } })
    expect([again.status(), (await again.body()).length]).toEqual([304, 0])
    expect((await request.head(address)).headers()['etag']).toBe(etag)
  }
})

test('what is not there is said to be unknown, in the form that programs know', async ({ request }) => {
  const unknown = {
    '/fr/chiffres/1999-01.csv': 'unknown-wave',
    '/fr/chiffres/__proto__.json': 'unknown-wave',
    '/fr/chiffres/2025-12/usage-fax.csv': 'unknown-figure',
    '/en/figures.csv?state=9': 'unknown-state',
    '/en/figures.zip?state=0': 'unknown-state',
    '/en/figures.zip?state=1e0': 'unknown-state',
    '/en/figures.csv?state=': 'unknown-state',
    '/api/figure-data/fr/~/~/xml': 'unknown-address',
  }
  for (const [address, problem] of Object.entries(unknown)) {
    const response = await request.get(address)
    expect([address, response.status()]).toEqual([address, 404])
    expect(response.headers()).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    })
    expect(await response.json()).toMatchObject({
      type: expect.stringMatching(new RegExp(`^http.*/en/api#problem-${problem}$`)),
      status: 404,
      detail: expect.stringMatching(/\.$/),
    })
  }
  expect((await request.get('/fr/figures.csv')).status()).toBe(404)
})

test('a script of another site may read them, and nothing else is taken', async ({ request }) => {
  for (const address of ['/fr/chiffres.csv', '/en/figures/2025-12.json', '/fr/chiffres/1999-01/x.zip']) {
    const preflight = await request.fetch(address, {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' },
    })
    expect(preflight.status()).toBe(204)
    expect(preflight.headers()).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
    })
    const posted = await request.post(address)
    expect([posted.status(), posted.headers()['allow']]).toEqual([405, 'GET, HEAD, OPTIONS'])
  }
})
