import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '@/tests/support/test-database'
import { createMigratedDatabase, kind } from './databases'

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
    timeFrame: null,
    passage: 'p',
    sourceId: 's',
  },
  response: {
    id: '00000000-0000-4000-8000-000000000000',
    waveId: 'w',
    instrumentVersion: '1',
    consentVersion: '1',
    answers: '{"ageBand": "under35"}',
    week: '2026-W48',
    receiptHash: null,
  },
  participation: { waveId: 'w', contributedCount: 0 },
  participant_snapshot: {
    waveId: 'w',
    takenOn: '2026-11-23',
    contributedCount: 3,
    responseCount: 2,
    demoCount: 1,
    counts: '{}',
  },
  snapshot_block: { waveId: 'w', firstWeek: '2026-W46', lastWeek: '2026-W48', counts: '{}' },
} satisfies Record<string, Fields>

/** How each kind of database says that it refused a row; PostgreSQL refuses some values before any constraint. */
const refused = /constraint failed|violates .*constraint|SQLSTATE 22/
const refusedAsKnown = /UNIQUE constraint failed|violates unique constraint/
const refusedAsUnrelated = /FOREIGN KEY constraint failed|foreign key constraint/

let database: TestDatabase

/** Inserts past everything but the database itself. */
async function insert(table: keyof typeof rows, changes: Fields = {}): Promise<number> {
  const fields: Fields = { ...rows[table], ...changes }
  const names = Object.keys(fields)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const places = names.map((_, index) => (kind === 'sqlite' ? '?' : `$${index + 1}`)).join(', ')
  const sql = `INSERT INTO "${table}" (${columns}) VALUES (${places})`
  return database.run(async (client) => client.$executeRawUnsafe(sql, ...Object.values(fields)))
}

beforeAll(async () => {
  database = await createMigratedDatabase()
  await insert('wave')
  await insert('source')
})

afterAll(async () => database.remove())

describe('figure', () => {
  it.each([0, 0.5, 100])('takes a share of %s percent', async (sharePercent) => {
    await expect(insert('figure', { indicator: `share.${sharePercent}`, sharePercent })).resolves.toBe(1)
  })

  it.each([-0.1, 100.1, 1e9, 'many', 'NaN', 'Infinity', '', null])(
    'refuses a share of %j percent',
    async (sharePercent) => {
      await expect(insert('figure', { sharePercent })).rejects.toThrow(refused)
    },
  )

  it.each<Fields>([
    { qualifier: 'roughly' },
    { qualifier: '' },
    { qualifier: null },
    { status: 'secret' },
    { status: null },
    { timeFrame: 'past' },
    { indicator: '' },
    { population: '' },
    { passage: null },
  ])('refuses %j', async (changes) => {
    await expect(insert('figure', changes)).rejects.toThrow(refused)
  })

  it('refuses a second figure of the same indicator and population', async () => {
    await insert('figure')
    await expect(insert('figure', { sharePercent: 49 })).rejects.toThrow(refusedAsKnown)
    await expect(insert('figure', { population: 'under_35' })).resolves.toBe(1)
  })

  it('refuses a wave that is not there', async () => {
    await expect(insert('figure', { waveId: 'x' })).rejects.toThrow(refusedAsUnrelated)
  })

  it('refuses a source of another wave', async () => {
    await insert('wave', { id: 'w2' })
    await expect(insert('figure', { waveId: 'w2' })).rejects.toThrow(refusedAsUnrelated)
  })
})

const days = [
  '2025-02-30',
  '11/12/2025',
  '2025-12',
  '2025-12-11 10:00',
  '2025-1-1',
  '',
  20251211,
  'today',
  null,
]

describe('wave and source', () => {
  it.each(days)('refuse %j as a day', async (publishedOn) => {
    await expect(insert('wave', { id: 'x', publishedOn })).rejects.toThrow(refused)
    await expect(insert('source', { id: 'x', publishedOn })).rejects.toThrow(refused)
  })

  it.each([0, -1, 1.5, 'many'])('refuses a sample of %j people', async (sampleSize) => {
    await expect(insert('wave', { id: 'x', sampleSize })).rejects.toThrow(refused)
  })

  it('refuses a negative revision', async () => {
    await expect(insert('wave', { id: 'x', figuresRevision: -1 })).rejects.toThrow(refused)
  })

  it('refuses an address that is no page', async () => {
    await expect(insert('source', { id: 'x', url: 'javascript:alert(1)' })).rejects.toThrow(refused)
  })

  it('keeps a source that figures cite', async () => {
    const removal = database.run(async (client) => client.$executeRawUnsafe('DELETE FROM source'))
    await expect(removal).rejects.toThrow(refusedAsUnrelated)
  })
})

describe('response', () => {
  const next = () => ({ id: crypto.randomUUID() })

  it('takes any random id, and a receipt once', async () => {
    const receiptHash = 'f'.repeat(64)
    await expect(insert('response')).resolves.toBe(1)
    await expect(insert('response', { ...next(), receiptHash })).resolves.toBe(1)
    await expect(insert('response', { ...next(), receiptHash })).rejects.toThrow(refusedAsKnown)
    await expect(insert('response', next())).resolves.toBe(1)
  })

  it.each<Fields>([
    { id: '00000000-0000-1000-8000-000000000000' },
    { id: 'somebody' },
    { id: null },
    { answers: '' },
    { answers: '{' },
    { answers: '[]' },
    { answers: '"under35"' },
    { answers: 'null' },
    { answers: null },
    { week: '2026-48' },
    { week: '2026-W60' },
    { week: '2026-W48-1' },
    { week: '2026-11-23' },
    { week: null },
    { receiptHash: 'short' },
    { waveId: 'x' },
  ])('refuses %j', async (changes) => {
    await expect(insert('response', { ...next(), ...changes })).rejects.toThrow(refused)
  })
})

describe('participation and snapshot', () => {
  it.each<Fields>([
    { contributedCount: -1 },
    { contributedCount: 1.5 },
    { contributedCount: null },
    { waveId: 'x' },
  ])('refuse a participation with %j', async (changes) => {
    await expect(insert('participation', changes)).rejects.toThrow(refused)
  })

  it.each(days)('refuse %j as the day of a snapshot', async (takenOn) => {
    await expect(insert('participant_snapshot', { takenOn })).rejects.toThrow(refused)
  })

  it.each<Fields>([
    { counts: '[]' },
    { counts: 'none' },
    { responseCount: 4 },
    { demoCount: 3 },
    { demoCount: -1 },
    { waveId: 'x' },
  ])('refuse a snapshot with %j', async (changes) => {
    await expect(insert('participant_snapshot', changes)).rejects.toThrow(refused)
  })

  it('take one row for each wave', async () => {
    for (const table of ['participation', 'participant_snapshot'] as const) {
      await expect(insert(table)).resolves.toBe(1)
      await expect(insert(table)).rejects.toThrow(refusedAsKnown)
    }
  })
})

describe('snapshot_block', () => {
  it('takes weeks in their order, once from each', async () => {
    await expect(insert('snapshot_block')).resolves.toBe(1)
    await expect(insert('snapshot_block', { lastWeek: '2026-W50' })).rejects.toThrow(refusedAsKnown)
  })

  it.each<Fields>([
    { firstWeek: '2026-46' },
    { lastWeek: '2026-W99' },
    { firstWeek: '2026-W49' },
    { counts: '[]' },
    { counts: 'none' },
  ])('refuses %j', async (changes) => {
    await expect(insert('snapshot_block', { firstWeek: '2026-W40', ...changes })).rejects.toThrow(refused)
  })
})
