import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/support/test-database'

type Fields = Readonly<Record<string, string | number | null>>

const rows = {
  wave: { id: 'w', commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11', sampleSize: null },
  source: {
    waveId: 'w',
    id: 's',
    publisher: 'p',
    title: 't',
    url: 'https://a.fr',
    publishedOn: '2025-12-15',
  },
  figure: {
    waveId: 'w',
    indicator: 'usage.any',
    population: 'french',
    sharePercent: 48,
    qualifier: 'exact',
    status: 'published',
    passage: 'p',
    sourceId: 's',
  },
} satisfies Record<string, Fields>

let database: TestDatabase

/** Inserts past everything but the database itself. */
async function insert(table: keyof typeof rows, changes: Fields = {}): Promise<number> {
  const fields: Fields = { ...rows[table], ...changes }
  const names = Object.keys(fields)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const places = names.map(() => '?').join(', ')
  const sql = `INSERT INTO "${table}" (${columns}) VALUES (${places})`
  return database.run(async (client) => client.$executeRawUnsafe(sql, ...Object.values(fields)))
}

beforeAll(async () => {
  database = await createTestDatabase()
  await insert('wave')
  await insert('source')
})

afterAll(async () => database.remove())

describe('figure', () => {
  it.each([0, 0.5, 100])('takes a share of %s percent', async (sharePercent) => {
    await expect(insert('figure', { indicator: `share.${sharePercent}`, sharePercent })).resolves.toBe(1)
  })

  it.each([-0.1, 100.1, 1e9, 'many', '', null])('refuses a share of %j percent', async (sharePercent) => {
    await expect(insert('figure', { sharePercent })).rejects.toThrow(/constraint failed/)
  })

  it.each<Fields>([
    { qualifier: 'roughly' },
    { qualifier: '' },
    { qualifier: null },
    { status: 'secret' },
    { status: null },
    { indicator: '' },
    { population: '' },
    { passage: null },
  ])('refuses %j', async (changes) => {
    await expect(insert('figure', changes)).rejects.toThrow(/constraint failed/)
  })

  it('refuses a second figure of the same indicator and population', async () => {
    await insert('figure')
    await expect(insert('figure', { sharePercent: 49 })).rejects.toThrow(/UNIQUE constraint failed/)
    await expect(insert('figure', { population: 'under_35' })).resolves.toBe(1)
  })

  it('refuses a wave that is not there', async () => {
    await expect(insert('figure', { waveId: 'x' })).rejects.toThrow(/FOREIGN KEY constraint failed/)
  })

  it('refuses a source of another wave', async () => {
    await insert('wave', { id: 'w2' })
    await expect(insert('figure', { waveId: 'w2' })).rejects.toThrow(/FOREIGN KEY constraint failed/)
  })
})

describe('wave and source', () => {
  it.each(['2025-02-30', '11/12/2025', '2025-12', '2025-12-11 10:00', '2025-1-1', '', 20251211, null])(
    'refuse %j as a day',
    async (publishedOn) => {
      await expect(insert('wave', { id: 'x', publishedOn })).rejects.toThrow(/constraint failed/)
      await expect(insert('source', { id: 'x', publishedOn })).rejects.toThrow(/constraint failed/)
    },
  )

  it.each([0, -1, 1.5, 'many'])('refuses a sample of %j people', async (sampleSize) => {
    await expect(insert('wave', { id: 'x', sampleSize })).rejects.toThrow(/constraint failed/)
  })

  it('refuses a negative revision', async () => {
    await expect(insert('wave', { id: 'x', figuresRevision: -1 })).rejects.toThrow(/constraint failed/)
  })

  it('refuses an address that is no page', async () => {
    await expect(insert('source', { id: 'x', url: 'javascript:alert(1)' })).rejects.toThrow(
      /constraint failed/,
    )
  })

  it('keeps a source that figures cite', async () => {
    const removal = database.run(async (client) => client.$executeRawUnsafe('DELETE FROM source'))
    await expect(removal).rejects.toThrow(/FOREIGN KEY constraint failed/)
  })
})
