import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '@/tests/support/test-database'
import { createMigratedDatabase, kind } from './databases'

type Fields = Readonly<Record<string, string | number | boolean | null>>

const rows = {
  wave: {
    id: 'w',
    commissionedBy: 'a',
    conductedBy: 'b',
    publishedOn: '2025-12-11',
    sampleSize: null,
    lastDay: null,
  },
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
  participation: { waveId: 'w', withdrawnCount: 0 },
  // The migration made the row that there may be.
  operator: { id: 1 },
  week_count: { waveId: 'w', week: '2026-W48', isDemo: false, count: 15 },
  edition: {
    waveId: 'w',
    id: '1',
    isDemo: false,
    number: 1,
    madeOn: '2026-11-23',
    lastWeek: '2026-W47',
    instrumentVersion: '1',
    smallestGroup: 11,
    schemeTools: '[]',
    contributionCount: 120,
    recordCount: 100,
    withoutAgeCount: 5,
    waitingCount: 20,
    withdrawnCount: 0,
    tables: '[]',
    fileRemovedOn: null,
  },
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
    if (publishedOn !== null)
      await expect(insert('wave', { id: 'x', lastDay: publishedOn })).rejects.toThrow(refused)
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

describe('participation', () => {
  it.each<Fields>([
    { withdrawnCount: -1 },
    { withdrawnCount: 1.5 },
    { withdrawnCount: null },
    { schemeTools: 'none' },
    { schemePreview: '{' },
    { firstDay: '2026-02-30' },
    { lastDay: 'soon' },
    { firstDay: '2026-12-02', lastDay: '2026-12-01' },
    { waveId: 'x' },
  ])('refuses %j', async (changes) => {
    await expect(insert('participation', changes)).rejects.toThrow(refused)
  })

  it('takes one row for each wave', async () => {
    await expect(insert('participation')).resolves.toBe(1)
    await expect(insert('participation')).rejects.toThrow(refusedAsKnown)
  })
})

describe('operator', () => {
  it('is one row', async () => {
    await expect(insert('operator')).rejects.toThrow(refusedAsKnown)
    await expect(insert('operator', { id: 2 })).rejects.toThrow(refused)
  })

  it.each(['', '{', '[]', 'null', '"Association"'])('refuses %j as what it says', async (content) => {
    const change = kind === 'sqlite' ? '?' : '$1'
    const updating = database.run(async (client) =>
      client.$executeRawUnsafe(`UPDATE "operator" SET "content" = ${change}`, content),
    )
    await expect(updating).rejects.toThrow(refused)
  })

  it('refuses a negative revision', async () => {
    const updating = database.run(async (client) =>
      client.$executeRawUnsafe('UPDATE "operator" SET "revision" = -1'),
    )
    await expect(updating).rejects.toThrow(refused)
  })
})

describe('week_count', () => {
  it.each<Fields>([{ count: 12 }, { count: -5 }, { count: null }, { week: '2026-48' }, { waveId: 'x' }])(
    'refuses %j: no exact number is stored',
    async (changes) => {
      await expect(insert('week_count', changes)).rejects.toThrow(refused)
    },
  )

  it('takes a week once for real responses, and once for made-up ones', async () => {
    await expect(insert('week_count')).resolves.toBe(1)
    await expect(insert('week_count', { isDemo: true })).resolves.toBe(1)
    await expect(insert('week_count', { count: 20 })).rejects.toThrow(refusedAsKnown)
  })
})

describe('edition', () => {
  const second = { id: '2', number: 2 }

  it('takes each number once, real and made up', async () => {
    await expect(insert('edition')).resolves.toBe(1)
    await expect(insert('edition')).rejects.toThrow(refusedAsKnown)
    await expect(insert('edition', { id: 'demo-1', isDemo: true })).resolves.toBe(1)
  })

  it.each(days.filter((day) => day !== null))('refuses %j as a day', async (day) => {
    await expect(insert('edition', { ...second, madeOn: day })).rejects.toThrow(refused)
    await expect(insert('edition', { ...second, fileRemovedOn: day })).rejects.toThrow(refused)
  })

  it.each<Fields>([
    { id: '3' },
    { id: 'demo-2' },
    { number: 0, id: '0' },
    { lastWeek: '2026-47' },
    { smallestGroup: 10 },
    { smallestGroup: 101 },
    { schemeTools: 'none' },
    { tables: '{' },
    { contributionCount: 121 },
    { recordCount: 101 },
    { withoutAgeCount: 1 },
    { waitingCount: 22 },
    { withdrawnCount: 3 },
    { recordCount: -5 },
    { waveId: 'x' },
  ])('refuses %j', async (changes) => {
    await expect(insert('edition', { ...second, ...changes })).rejects.toThrow(refused)
  })
})
