import { parse } from 'csv-parse/sync'
import { openDatabase } from '@/lib/db/engine/client'
import { takeSnapshot } from '@/lib/db/participant-snapshot'
import { storeResponse } from '@/lib/db/responses'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { pathTo } from '@/lib/i18n/routes'
import type { Answers } from '@/lib/instrument/answers'
import { licenceOf } from '@/lib/settings/licences'
import type { SettingName } from '@/lib/settings/owner-settings'
import { test } from '../support/e2e/own-site'
import { say } from '../support/e2e/questionnaire'
import { expect } from '../support/e2e/test'

const csv = '/api/open-data/2025-12/aggregates.csv'
const json = '/api/open-data/2025-12/aggregates.json'
const now = new Date('2026-11-24T08:00:00Z')

/** So many people with the same answers, for each pair, contribute and are counted. */
async function takePart(file: string, ...groups: readonly (readonly [number, Answers])[]): Promise<void> {
  const database = openDatabase(`file:${file}`)
  let contributed = 0
  for (const [people, answers] of groups) {
    for (let one = 0; one < people; one += 1) {
      contributed += 1
      await storeResponse(database, {
        waveId: '2025-12',
        instrumentVersion: '2025-12',
        consentVersion: '2026-11',
        week: '2026-W48',
        answers,
        receiptHash: String(contributed).padStart(64, '0'),
      })
    }
  }
  // The site's daily work may have counted them while they came, and one snapshot a day is enough for it.
  let isTaken = false
  while (!isTaken) {
    await database.run(async (client) => client.participantSnapshot.deleteMany())
    isTaken = await takeSnapshot(database, '2025-12', now)
  }
  await database.close()
}

/** What an owner chooses in the settings. */
async function choose(file: string, name: SettingName, value: number): Promise<void> {
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => client.setting.update({ where: { name }, data: { value } }))
  await database.close()
}

const young = { ageBand: 'under35', humanSupport: 'ratherYes' } as const
const older = { ageBand: 'from35', humanSupport: 'notAtAll' } as const

test('there is nothing before 50 took part, and it says so', async ({ request, file }) => {
  await takePart(file, [20, young], [29, older])
  for (const address of [csv, json]) {
    const response = await request.get(address)
    expect(response.status()).toBe(404)
    expect(response.headers()['cache-control']).toBe('no-store')
    expect(await response.json()).toMatchObject({ error: 'too-few' })
  }
})

test('a wave that nobody knows is said to be unknown', async ({ request }) => {
  for (const wave of [
    '1999-01',
    '2025-1',
    '2025-12-01',
    '2025-13',
    'x',
    '%2F',
    '%27',
    "2025-12'--",
    '2025-12%20',
    '__proto__',
  ]) {
    for (const file of ['aggregates.csv', 'aggregates.json']) {
      const response = await request.get(`/api/open-data/${wave}/${file}`)
      expect([wave, response.status()]).toEqual([wave, 404])
      expect(response.headers()).toMatchObject({
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      })
      expect(await response.json()).toMatchObject({
        error: 'unknown-wave',
        message: expect.stringContaining('no wave of this name'),
      })
    }
  }
})

test('a browser may ask before it lets a script of another site read', async ({ request }) => {
  for (const address of [csv, json, '/api/open-data/1999-01/aggregates.csv']) {
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

test('nothing made up is open data', async ({ request, file }) => {
  const database = openDatabase(`file:${file}`)
  await seedDemo(database, 200, { seed: 'open-data', now, force: false })
  await database.close()
  const response = await request.get(csv)
  expect(response.status()).toBe(404)
  expect(await response.json()).toMatchObject({ error: 'made-up' })
})

test('from 50 on both files hold the same table, for scripts of any site', async ({
  request,
  file,
  page,
}) => {
  await takePart(file, [30, young], [40, older], [12, { humanSupport: 'dontKnow' }])
  const asCsv = await request.get(csv)
  expect(asCsv.status()).toBe(200)
  expect(asCsv.headers()).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="miroir-2025-12-aggregates.csv"',
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
    readonly rows: readonly Record<string, string | number | null>[]
  }
  expect(content).toMatchObject({ wave: '2025-12', counted_on: '2026-11-24', made_up: false })
  const rows: Record<string, string>[] = parse(await asCsv.text(), { columns: true })
  expect(rows).toEqual(
    content.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
    ),
  )
  const human = rows.filter(({ item, age_group: age }) => item === 'humanSupport' && age === 'all')
  expect(human.map(({ option, status }) => `${option} ${status}`)).toEqual([
    'answered shown',
    // Nobody chose three of the options: with them, two more are hidden.
    'yesCompletely suppressed',
    'ratherYes suppressed',
    'ratherNo suppressed',
    'notAtAll shown',
    'dontKnow suppressed',
  ])

  // The page that tells where the files are, and nothing else of the site, is open to others.
  await page.goto(pathTo('method', 'fr'))
  await expect(page.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', csv)
  await expect(page.getByRole('link', { name: 'JSON' })).toHaveAttribute('href', json)
  expect((await request.get('/fr')).headers()['access-control-allow-origin']).toBeUndefined()
})

test('a copy is kept as long as nothing changed, and only reading is allowed', async ({ request, file }) => {
  await takePart(file, [30, young], [40, older])
  for (const address of [csv, json]) {
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

test('higher thresholds hide more, at once and in another file, or all of it', async ({ request, file }) => {
  await takePart(file, [30, young], [40, older], [12, { humanSupport: 'dontKnow' }])
  const shownRows = async () => {
    const response = await request.get(csv)
    const rows: Record<string, string>[] = parse(await response.text(), { columns: true })
    const shown = rows
      .filter(({ status }) => status === 'shown')
      .map(({ item, option, age_group: age }) => [item, option, age].join(' '))
    return { shown, etag: response.headers()['etag'] ?? '' }
  }
  const before = await shownRows()
  expect(before.shown).toContain('humanSupport notAtAll all')

  await choose(file, 'smallestCell', 41)
  const after = await shownRows()
  expect(before.shown).toEqual(expect.arrayContaining(after.shown))
  expect(after.shown).not.toContain('humanSupport notAtAll all')
  expect(after.etag).not.toBe(before.etag)
  const kept = await request.get(csv, { headers: { 'If-None-Match': before.etag } })
  expect(kept.status()).toBe(200)
  expect(await (await request.get(json)).json()).toMatchObject({
    smallest_count: 41,
    shown_from_responses: 50,
  })

  await choose(file, 'participantsShownFrom', 83)
  for (const address of [csv, json]) {
    const none = await request.get(address)
    expect(none.status()).toBe(404)
    expect(await none.json()).toMatchObject({ error: 'too-few' })
  }
  await choose(file, 'participantsShownFrom', 82)
  expect(await (await request.get(json)).json()).toMatchObject({ shown_from_responses: 82 })
})

test('the licence is the one that was chosen, and that none was is told', async ({ request, file }) => {
  await takePart(file, [30, young], [40, older])
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
  for (const address of [csv, json]) {
    expect((await request.get(address)).headers()['link']).toBe(`<${url}>; rel="license"`)
  }
})

test('where the settings cannot be read, the strictest hold', async ({ request, file }) => {
  await takePart(file, [30, young], [40, older])
  expect((await request.get(csv)).status()).toBe(200)
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) => client.$executeRawUnsafe('DELETE FROM "setting"'))
  await database.close()
  const none = await request.get(csv)
  expect(none.status()).toBe(404)
  expect(await none.json()).toMatchObject({ error: 'too-few' })
})
