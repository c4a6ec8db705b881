import { renameSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { openDatabase } from '@/lib/db/engine/client'
import { pathTo } from '@/lib/i18n/routes'
import { licenceOf } from '@/lib/settings/licences'
import type { SettingName } from '@/lib/settings/owner-settings'
import { afterStart, makeUp } from '../support/e2e/make-up'
import { test as withOwnSite } from '../support/e2e/own-site'
import { publishOn, test } from '../support/e2e/published-site'
import { say } from '../support/e2e/questionnaire'
import { expect } from '../support/e2e/test'

const list = '/api/open-data/2025-12/editions'
const csv = `${list}/1/aggregates.csv`
const json = `${list}/1/aggregates.json`
const latest = [`${list}/latest/aggregates.csv`, `${list}/latest/aggregates.json`]

/** What an owner chooses in the settings. */
async function choose(file: string, name: SettingName, value: number): Promise<void> {
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => client.setting.update({ where: { name }, data: { value } }))
  await database.close()
}

test.describe('of the first edition', () => {
  test.describe.configure({ mode: 'default' })
  test.use({ publication: 'first' })

  test('a wave, an edition and a question that nobody knows are said to be unknown', async ({ request }) => {
    const waves = ['1999-01', '2025-1', '2025-13', 'x', '%2F', '%27', "2025-12'--", '2025-12%20', '__proto__']
    const unknown = [
      ...waves.flatMap((wave) =>
        ['editions', 'editions/1/aggregates.csv', 'editions/latest/aggregates.json'].map((rest) => ({
          address: `/api/open-data/${wave}/${rest}`,
          error: 'unknown-wave',
        })),
      ),
      ...['0', '2', 'demo-1', '01', '%27', '__proto__'].map((id) => ({
        address: `${list}/${id}/aggregates.json`,
        error: 'unknown-edition',
      })),
      { address: `${csv}?item=usage.fax`, error: 'unknown-item' },
    ]
    for (const { address, error } of unknown) {
      const response = await request.get(address)
      expect([address, response.status()]).toEqual([address, 404])
      expect(response.headers()).toMatchObject({
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      })
      expect(await response.json()).toMatchObject({ error, message: expect.stringContaining('There is no') })
    }
  })

  test('both files hold the same table, which says what it is', async ({ request, page }) => {
    const asCsv = await request.get(csv)
    expect(asCsv.status()).toBe(200)
    expect(asCsv.headers()).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="miroir-2025-12-edition-1-aggregates.csv"',
      'cache-control': 'public, max-age=3600',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    const asJson = await request.get(json)
    expect(asJson.headers()).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
    const content = (await asJson.json()) as {
      readonly rows: readonly Record<string, string | number | boolean | null>[]
    }
    expect(content).toMatchObject({
      wave: '2025-12',
      edition: '1',
      made_on: '2026-11-24',
      responses_until: '2026-11-22',
      made_up: false,
      smallest_group: 11,
      rounding_base: 5,
      participants: { fr: say('fr', 'export.about.notRepresentative') },
    })
    const rows: Record<string, string>[] = parse(await asCsv.text(), { columns: true })
    expect(rows).toEqual(
      content.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
      ),
    )
    const shown = rows.filter(({ status, age_group: age }) => status === 'shown' && age !== 'both')
    expect(shown.length).toBeGreaterThan(0)
    for (const { count } of shown) expect(Number(count) % 5).toBe(0)
    expect(Math.min(...shown.map(({ count }) => Number(count)))).toBeGreaterThanOrEqual(15)

    // The pages that tell where the files are, and nothing else of the site, are open to others.
    await page.goto(pathTo('method', 'fr'))
    await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', latest[0] ?? '')
    await page.goto(pathTo('participants', 'fr'))
    await expect(page.getByRole('link', { name: say('fr', 'participants.csv') })).toHaveAttribute('href', csv)
    expect((await request.get('/fr')).headers()['access-control-allow-origin']).toBeUndefined()
  })

  test('the list gives each edition with its addresses, and the latest is answered as itself', async ({
    request,
  }) => {
    const content = (await (await request.get(list)).json()) as {
      readonly editions: readonly { readonly edition: string; readonly csv: string; readonly json: string }[]
    }
    expect(content.editions.map(({ edition }) => edition)).toEqual(['1'])
    for (const [place, ending] of (['csv', 'json'] as const).entries()) {
      const address = new URL(content.editions[0]?.[ending] ?? '', `http://site${list}/`).pathname
      const [own, last] = [await request.get(address), await request.get(latest[place] ?? '')]
      expect(await last.text()).toBe(await own.text())
      expect(last.headers()).toMatchObject({
        etag: own.headers()['etag'],
        'content-location': address,
        'content-disposition': own.headers()['content-disposition'],
      })
      expect(own.headers()['content-location']).toBeUndefined()
    }
  })

  test('the table of one question is a file of its own', async ({ request }) => {
    const one = await request.get(`${csv}?item=usage.teleconsultation`)
    expect(one.headers()['content-disposition']).toBe(
      'attachment; filename="miroir-2025-12-edition-1-usage.teleconsultation.csv"',
    )
    const [head = '', ...lines] = (await one.text()).trimEnd().split('\r\n')
    const [allHead, ...all] = (await (await request.get(csv)).text()).trimEnd().split('\r\n')
    expect(head).toBe(allHead)
    expect(lines).toEqual(all.filter((line) => line.startsWith('2025-12,1,usage.teleconsultation,')))
    expect(lines).toHaveLength(15)
  })

  test('a copy is kept as long as nothing changed, and only reading is allowed', async ({ request }) => {
    for (const address of [list, csv, json, ...latest]) {
      const first = await request.get(address)
      const { etag = '' } = first.headers()
      expect(etag).toMatch(/^"[\w-]{43}"$/)
      for (const kept of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await request.get(address, { headers: { 'If-None-Match': kept } })
        expect(again.status()).toBe(304)
        expect(again.headers()['etag']).toBe(etag)
        expect(await again.text()).toBe('')
      }
      const changed = await request.get(address, { headers: { 'If-None-Match': '"other"' } })
      expect(changed.status()).toBe(200)
      expect(await changed.text()).toBe(await first.text())
      const head = await request.head(address)
      expect(head.status()).toBe(200)
      expect(head.headers()['etag']).toBe(etag)
      expect(await head.text()).toBe('')
      expect((await request.post(address)).status()).toBe(405)
    }
  })

  test('a browser may ask before it lets a script of another site read', async ({ request }) => {
    for (const address of [list, csv, json, '/api/open-data/1999-01/editions/1/aggregates.csv']) {
      for (const headers of [
        {},
        {
          Origin: 'https://elsewhere.example',
          'Sec-Fetch-Site': 'cross-site',
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'if-none-match',
        },
      ]) {
        const response = await request.fetch(address, { method: 'OPTIONS', headers })
        expect(response.status()).toBe(204)
        expect(response.headers()).toMatchObject({
          allow: 'GET, HEAD, OPTIONS',
          'access-control-allow-origin': '*',
          'access-control-allow-methods': 'GET, HEAD',
          'access-control-allow-headers': '*',
        })
      }
    }
    // Nothing else of the site is for other sites.
    for (const address of ['/fr', '/api/comparison/data', '/api/comparison/exit']) {
      const response = await request.fetch(address, { method: 'OPTIONS' })
      expect(response.headers()['access-control-allow-origin']).toBeUndefined()
    }
  })
})

withOwnSite.describe('of a site of its own', () => {
  withOwnSite.beforeEach(async ({ ownSite }) => afterStart(ownSite))

  withOwnSite(
    'before the first edition the list is empty, and the latest is said not to be there',
    async ({ request }) => {
      const empty = await request.get(list)
      expect(empty.status()).toBe(200)
      expect(await empty.json()).toMatchObject({ wave: '2025-12', editions: [] })
      for (const address of latest) {
        const response = await request.get(address)
        expect(response.status()).toBe(404)
        expect(response.headers()['cache-control']).toBe('no-store')
        expect(await response.json()).toMatchObject({ error: 'no-edition' })
      }
    },
  )

  withOwnSite(
    'what is made up is open data that says so, until real responses are published',
    async ({ request, file }) => {
      expect(await makeUp(file, 400)).toBe('demo-1')
      const address = `${list}/demo-1/aggregates.csv`
      const response = await request.get(address)
      expect(response.headers()['content-disposition']).toContain('miroir-2025-12-edition-demo-1-')
      const rows: Record<string, string>[] = parse(await response.text(), { columns: true })
      expect(new Set(rows.map(({ wave, made_up: madeUp }) => `${wave} ${madeUp}`))).toEqual(
        new Set(['2025-12-demo true']),
      )
      expect(await (await request.get(latest[1] ?? '')).json()).toMatchObject({ made_up: true })
      await publishOn('first', file)
      expect(await (await request.get(latest[1] ?? '')).json()).toMatchObject({
        made_up: false,
        edition: '1',
      })
      expect((await request.get(address)).status()).toBe(404)
    },
  )

  withOwnSite(
    'the licence is the one that was chosen, and that none was is told',
    async ({ request, file }) => {
      await publishOn('first', file)
      const none = await request.get(json)
      expect(await none.json()).toMatchObject({
        licence: null,
        licence_note: {
          fr: say('fr', 'export.about.noLicence'),
          en: say('en', 'export.about.noLicence'),
        },
      })
      expect(none.headers()['link']).toBeUndefined()

      await choose(file, 'licence', 4)
      const { id, title, url } = licenceOf(4) ?? {}
      const etag = none.headers()['etag'] ?? ''
      const chosen = await request.get(json, { headers: { 'If-None-Match': etag } })
      expect(chosen.status()).toBe(200)
      expect(await chosen.json()).toMatchObject({ licence: { id, title, url }, licence_note: null })
      for (const address of [list, csv, json]) {
        expect((await request.get(address)).headers()['link']).toBe(`<${url}>; rel="license"`)
      }
    },
  )

  withOwnSite('while the database fails they are said not to be there now', async ({ request, file }) => {
    await publishOn('first', file)
    expect((await request.get(csv)).status()).toBe(200)
    renameSync(file, `${file}-away`)
    for (const address of [list, csv, ...latest]) {
      const response = await request.get(address)
      expect(response.status()).toBe(503)
      expect(response.headers()['cache-control']).toBe('no-store')
      expect(await response.json()).toMatchObject({ error: 'unavailable' })
    }
    renameSync(`${file}-away`, file)
    expect((await request.get(csv)).status()).toBe(200)
  })
})
