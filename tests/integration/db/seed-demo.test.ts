import { describe, expect, it } from 'vitest'
import { makeEdition } from '@/lib/editions/make-edition'
import { readLiveNumbers } from '@/lib/db/read-editions'
import { storeResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { editionSite } from '@/tests/support/edition-site'
import { freshDatabase } from './databases'

const waveId = '2025-12'
const options = { seed: 'a', now: new Date('2026-11-23T08:00:00Z'), force: false }

async function seededDatabase() {
  const database = await freshDatabase()
  await seedFigures(database)
  const responses = async () =>
    database.run(async (client) => client.response.findMany({ orderBy: { id: 'asc' } }))
  return { database, responses }
}

const real = {
  waveId,
  instrumentVersion: waveId,
  consentVersion: '2026-11',
  answers: {},
  week: '2026-W48',
  receiptHash: 'a'.repeat(64),
}

describe('made-up responses', () => {
  it('are marked, of the last half year, without and without receipts', async () => {
    const { database, responses } = await seededDatabase()
    await seedDemo(database, 1200, options)
    const rows = await responses()
    expect(rows).toHaveLength(1200)
    for (const row of rows) expect(row).toMatchObject({ waveId, consentVersion: 'demo', receiptHash: null })
    const weeks = rows.map(({ week }) => week).toSorted()
    expect([weeks[0], weeks.at(-1)]).toEqual(['2026-W23', '2026-W48'])
  })

  it('are the same for the same seed, and take the place of earlier ones', async () => {
    const { database, responses } = await seededDatabase()
    await seedDemo(database, 100, options)
    const first = await responses()
    await seedDemo(database, 100, { ...options, seed: 'b' })
    expect(await responses()).not.toEqual(first)
    await seedDemo(database, 60, options)
    expect(await responses()).toHaveLength(60)
    await seedDemo(database, 100, options)
    expect(await responses()).toEqual(first)
  })

  it('are refused where there are real ones, unless forced; real ones stay', async () => {
    const { database, responses } = await seededDatabase()
    await storeResponse(database, real)
    await expect(seedDemo(database, 20, options)).rejects.toMatchObject({
      name: 'SettingError',
      message: expect.stringMatching(/1 real responses.*--force/),
    })
    expect(await responses()).toHaveLength(1)
    await seedDemo(database, 20, { ...options, force: true })
    await seedDemo(database, 20, { ...options, force: true })
    const rows = await responses()
    expect(rows).toHaveLength(21)
    expect(rows.filter(({ consentVersion }) => consentVersion !== 'demo')).toHaveLength(1)
  })

  it('that are replaced take what was published of them along', async () => {
    const site = await editionSite(await freshDatabase())
    const { database } = site
    await seedDemo(database, 300, options)
    const making = site.at('2026-11-23T08:00:00Z')
    await expect(makeEdition(making)).resolves.toMatchObject({ id: 'demo-1' })
    await seedDemo(database, 200, { ...options, seed: 'b' })
    expect(await database.run(async (client) => client.edition.count())).toBe(0)
    expect(await readLiveNumbers(waveId, database)).toMatchObject({ weeks: [], isDemo: true })
    await expect(makeEdition(making)).resolves.toMatchObject({ id: 'demo-1' })
  })
})
