import type { TestDatabase } from '@/tests/support/test-database'
import { kind } from './databases'

/** What is in the columns of a row. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>

/** A row of each table that the database takes. */
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
  wave_state: {
    waveId: 'w',
    number: 1,
    madeOn: '2026-11-23',
    kind: 'first',
    byOwner: true,
    reason: null,
    content: '{}',
  },
  wave_draft: { waveId: 'w', revision: 1, content: '{}' },
  withdrawal: { hash: 'e'.repeat(64), day: '2026-11-23' },
  clock: { id: 1, latestDay: null },
} satisfies Record<string, Fields>

/** How each kind of database says that it refused a row; PostgreSQL refuses some values before any constraint. */
export const refused = /constraint failed|violates .*constraint|SQLSTATE 22/
export const refusedAsKnown = /UNIQUE constraint failed|violates unique constraint/
export const refusedAsUnrelated = /FOREIGN KEY constraint failed|foreign key constraint/

export type TableName = keyof typeof rows

/** Inserts past everything but the database itself. */
export async function insertInto(
  database: TestDatabase,
  table: TableName,
  changes: Fields = {},
): Promise<number> {
  const fields: Fields = { ...rows[table], ...changes }
  const names = Object.keys(fields)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const places = names.map((_, index) => (kind === 'sqlite' ? '?' : `$${index + 1}`)).join(', ')
  const sql = `INSERT INTO "${table}" (${columns}) VALUES (${places})`
  return database.run(async (client) => client.$executeRawUnsafe(sql, ...Object.values(fields)))
}
