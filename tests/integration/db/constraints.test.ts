import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '@/tests/support/test-database'
import { createMigratedDatabase, kind } from './databases'
import { insertInto, refused, refusedAsKnown, refusedAsUnrelated, type Fields, type TableName } from './rows'

let database: TestDatabase

const insert = async (table: TableName, changes?: Fields) => insertInto(database, table, changes)

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

describe('clock', () => {
  it('has its one row from the start', async () => {
    await expect(insert('clock')).rejects.toThrow(refusedAsKnown)
    await expect(insert('clock', { id: 2 })).rejects.toThrow(refused)
  })

  it.each(days.filter((day) => day !== null))('refuses %j as a day', async (day) => {
    for (const column of ['latestDay', 'doubtedDay', 'erasedFor', 'erasedOn']) {
      const set = kind === 'sqlite' ? '?' : '$1'
      const update = database.run(async (client) =>
        client.$executeRawUnsafe(`UPDATE clock SET "${column}" = ${set}`, String(day)),
      )
      await expect(update).rejects.toThrow(refused)
    }
  })
})

describe('withdrawal', () => {
  it('takes a hash once, and no moment', async () => {
    await expect(insert('withdrawal')).resolves.toBe(1)
    await expect(insert('withdrawal')).rejects.toThrow(refusedAsKnown)
    const hash = 'd'.repeat(64)
    await expect(insert('withdrawal', { hash, day: '2026-11-23T10:00:00Z' })).rejects.toThrow(refused)
    await expect(insert('withdrawal', { hash: 'short' })).rejects.toThrow(refused)
  })
})
