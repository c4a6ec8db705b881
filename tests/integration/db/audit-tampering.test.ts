import { describe, expect, it } from 'vitest'
import { chainedHash } from '@/lib/audit/chain'
import { appendAudit, auditHmac } from '@/lib/db/audit'
import { streamAudit, verifyAudit } from '@/lib/db/read-audit'
import { collect } from '@/tests/support/audit-chain'
import { key, logOf, now, invalidOf } from './audit-log'
import { kind } from './databases'
import { purged } from './purged-entry'

const otherHash = 'f'.repeat(64)
const renumber = (by: number, from: number) => [
  // By a detour: one statement would meet numbers that are still taken. SQLite checks that numbers are above 0.
  `UPDATE audit_entry SET "sequence" = "sequence" + 1000000 WHERE "sequence" >= ${from}`,
  `UPDATE audit_entry SET "sequence" = "sequence" - 1000000 + ${by} WHERE "sequence" > 1000000`,
]
const swap = (a: number, b: number) => [
  `UPDATE audit_entry SET "sequence" = 1000000 WHERE "sequence" = ${a}`,
  `UPDATE audit_entry SET "sequence" = ${a} WHERE "sequence" = ${b}`,
  `UPDATE audit_entry SET "sequence" = ${b} WHERE "sequence" = 1000000`,
]
const change = (place: number, set: string) => [`UPDATE audit_entry SET ${set} WHERE "sequence" = ${place}`]
const remove = (where: string) => [`DELETE FROM audit_entry WHERE ${where}`]

describe('in a log of 9 entries', () => {
  it.each<[string, readonly string[], Awaited<ReturnType<typeof invalidOf>>]>([
    ['nothing', [], null],
    ['a moment that was changed', change(4, `"at" = '2026-11-23T08:00:00.124Z'`), [4, 1]],
    ['an actor that was changed', change(4, `"actor" = 'a@example.org'`), [4, 1]],
    ['an actor that was taken out', change(4, `"actor" = NULL`), [4, 1]],
    ['an action that was changed', change(4, `"action" = 'signOut'`), [4, 1]],
    ['a subject that was changed', change(4, `"subject" = 'x'`), [4, 1]],
    ['an outcome that was changed', change(4, `"outcome" = 'failed'`), [4, 1]],
    [
      'details that were changed',
      change(4, `"details" = '{"receiptsErased":5,"responsesDeleted":0}'`),
      [4, 1],
    ],
    [
      'details that say the same in another way',
      change(4, `"details" = '{"receiptsErased": 4,"responsesDeleted":0}'`),
      [4, 1],
    ],
    // The one after it was written after another hash.
    ['a hash that was changed', change(4, `"hash" = '${otherHash}'`), [4, 2]],
    ['the hash of the last that was changed', change(9, `"hash" = '${otherHash}'`), [9, 2]],
    ['a first entry that was deleted', remove('"sequence" = 1'), [1, 1]],
    ['an entry in the middle that was deleted', remove('"sequence" = 5'), [5, 1]],
    ['three entries that were deleted', remove('"sequence" IN (4, 5, 6)'), [4, 3]],
    ['a last entry that was deleted', remove('"sequence" = 9'), [9, 1]],
    ['a last third that was deleted', remove('"sequence" > 6'), [7, 3]],
    [
      'an entry that was deleted, with those after it renumbered',
      [...remove('"sequence" = 5'), ...renumber(-1, 6)],
      [5, 5],
    ],
    ['two entries that changed places', swap(2, 8), [2, 4]],
    ['a number that was changed', change(9, '"sequence" = 12'), [9, 4]],
    ['a head whose count was changed', ['UPDATE audit_head SET "entryCount" = 10'], [10, 1]],
    ['a head whose hash was changed', [`UPDATE audit_head SET "lastHash" = '${otherHash}'`], [10, 1]],
    ['a head whose seal was changed', [`UPDATE audit_head SET "seal" = '${otherHash}'`], [10, 1]],
    ['a head that was deleted', ['DELETE FROM audit_head'], [10, 1]],
    [
      'a head that was made to fit fewer entries',
      [
        ...remove('"sequence" = 9'),
        `UPDATE audit_head SET "entryCount" = 8, "lastHash" = (SELECT "hash" FROM audit_entry WHERE "sequence" = 8)`,
      ],
      [9, 1],
    ],
    ['entries that were all deleted', remove('TRUE'), [1, 9]],
    ['everything that was deleted', [...remove('TRUE'), 'DELETE FROM audit_head'], [1, 1]],
  ])('%s is found', async (_, statements, expected) => {
    const { database, tamper } = await logOf(9)
    await tamper(...statements)
    expect(await invalidOf(database)).toEqual(expected)
  })

  /** A true entry but for the key, where the chain has the hash that is given. */
  const forged = (sequence: number, previousHash: string) => {
    const entry = {
      sequence,
      at: now.toISOString(),
      actor: 'system',
      action: 'purged',
      subject: null,
      outcome: 'succeeded',
      details: '{"receiptsErased":0,"responsesDeleted":0}',
    }
    const hash = chainedHash(auditHmac('another key'), previousHash, entry)
    return `INSERT INTO audit_entry ("sequence", "at", "actor", "action", "outcome", "details", "hash")
      VALUES (${sequence}, '${entry.at}', 'system', 'purged', 'succeeded', '${entry.details}', '${hash}')`
  }

  it.each([1, 5, 9])(
    'an entry that was put before entry %i, hashed with another key, is found',
    async (place) => {
      const { database, tamper } = await logOf(9)
      const before = (await collect(streamAudit(database)))[place - 2]
      await tamper(...renumber(1, place), forged(place, before?.hash ?? ''))
      expect((await invalidOf(database))?.[0]).toBe(place)
    },
  )

  it('an entry that was put after the last one is found', async () => {
    const { database, execute } = await logOf(9)
    const last = (await collect(streamAudit(database))).at(-1)
    // No trigger keeps anybody from adding.
    await execute(forged(10, last?.hash ?? ''))
    expect(await invalidOf(database)).toEqual([10, 2])
    await expect(appendAudit(database, key, purged(1), now)).rejects.toThrow(/has entries beyond it/)
    expect(await invalidOf(database)).toEqual([10, 2])
  })

  it('that all was put back to how it was before is found by an end that was noted', async () => {
    const { database, tamper, query } = await logOf(5)
    const [[lastHash, seal] = []] = await query('SELECT "lastHash", "seal" FROM audit_head')
    await appendAudit(database, key, purged(6), now)
    const noted = await appendAudit(database, key, purged(7), now)
    await tamper(
      'DELETE FROM audit_entry WHERE "sequence" > 5',
      `UPDATE audit_head SET "entryCount" = 5, "lastHash" = '${String(lastHash)}', "seal" = '${String(seal)}'`,
    )
    expect(await invalidOf(database)).toBeNull()
    await appendAudit(database, key, purged(8), now)
    await appendAudit(database, key, purged(9), now)
    expect(await verifyAudit(database, key, noted)).toEqual({
      entryCount: 7,
      firstInvalid: 7,
      invalidCount: 1,
    })
  })
})

/** All that a database said of a statement that it refused: SQLite's adapter takes a trigger for a foreign key. */
async function refusal(statement: Promise<unknown>): Promise<string> {
  const error: unknown = await statement.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Error ? `${error.message} ${JSON.stringify(error.cause)}` : 'nothing was refused'
}

describe('the database refuses', () => {
  const changes = [
    `UPDATE audit_entry SET "actor" = NULL`,
    `UPDATE audit_entry SET "sequence" = 7 WHERE "sequence" = 3`,
    'DELETE FROM audit_entry',
    'DELETE FROM audit_entry WHERE "sequence" = 3',
    `INSERT INTO audit_entry SELECT * FROM audit_entry WHERE "sequence" = 3 ON CONFLICT ("sequence") DO UPDATE SET "actor" = NULL`,
  ]
  const ofKind = {
    sqlite: [
      `INSERT OR REPLACE INTO audit_entry SELECT "sequence", "at", NULL, "action", "subject", "outcome", "details", "hash" FROM audit_entry WHERE "sequence" = 3`,
    ],
    postgresql: ['TRUNCATE audit_entry', 'TRUNCATE audit_entry, audit_head'],
  }

  it.each([...changes, ...ofKind[kind]])('%s', async (sql) => {
    const { database, execute } = await logOf(3)
    expect(await refusal(execute(sql))).toContain('audit_entry is append-only')
    expect(await invalidOf(database)).toBeNull()
  })

  it.each(['DELETE FROM audit_head', ...(kind === 'postgresql' ? ['TRUNCATE audit_head'] : [])])(
    '%s',
    async (sql) => {
      const { execute } = await logOf(0)
      expect(await refusal(execute(sql))).toContain('audit_head is never deleted')
    },
  )

  it.each([
    `"at" = '2026-11-23'`,
    `"at" = '2026-11-23T08:00:00Z'`,
    `"at" = '2026-02-30T08:00:00.000Z'`,
    `"outcome" = 'perhaps'`,
    `"action" = ''`,
    `"actor" = ''`,
    `"subject" = ''`,
    `"details" = '[]'`,
    `"details" = ''`,
    `"hash" = 'short'`,
    `"sequence" = 0`,
  ])('an entry with %s', async (set) => {
    const { tamper, execute } = await logOf(1)
    await tamper()
    await expect(execute(`UPDATE audit_entry SET ${set}`)).rejects.toThrow(
      /constraint failed|violates .*constraint|SQLSTATE 22/,
    )
  })

  it.each([
    'UPDATE audit_head SET "id" = 2',
    'UPDATE audit_head SET "entryCount" = -1',
    `UPDATE audit_head SET "lastHash" = 'short'`,
    `UPDATE audit_head SET "seal" = 'short'`,
    `INSERT INTO audit_head ("id", "entryCount", "lastHash", "seal") VALUES (2, 0, '', '')`,
  ])('%s', async (sql) => {
    const { execute } = await logOf(1)
    await expect(execute(sql)).rejects.toThrow(/constraint failed|violates .*constraint/)
  })
})
