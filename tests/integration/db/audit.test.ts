import { describe, expect, it, onTestFinished } from 'vitest'
import type { AuditEntry } from '@/lib/audit/entry'
import { auditLines } from '@/lib/audit/lines'
import { appendAudit } from '@/lib/db/audit'
import { countAudit, isAuditEndWhole, readAudit, streamAudit, verifyAudit } from '@/lib/db/read-audit'
import { openDatabase } from '@/lib/db/engine/client'
import { sharedSecrets } from '@/tests/support/contributor'
import { collect } from '@/tests/support/audit-chain'
import { key, logOf, now, invalidOf } from './audit-log'
import { freshDatabase, kind } from './databases'
import { runScriptAtOnce } from './processes'
import { purged } from './purged-entry'

describe('an entry', () => {
  it('is added to the end, and what is returned is the end', async () => {
    const { database, query } = await logOf(2)
    const head = await appendAudit(database, key, purged(7), now)
    const [last] = (await collect(streamAudit(database))).slice(-1)
    expect(last).toEqual({
      sequence: 3,
      at: '2026-11-23T08:00:00.123Z',
      actor: 'system',
      action: 'purged',
      subject: null,
      outcome: 'succeeded',
      details: '{"receiptsErased":7,"responsesDeleted":0}',
      hash: head.lastHash,
    })
    expect(await query('SELECT "entryCount", "lastHash" FROM audit_head')).toEqual([
      [expect.toSatisfy((count) => Number(count) === 3), head.lastHash],
    ])
    await expect(verifyAudit(database, key, head)).resolves.toMatchObject({ entryCount: 3, invalidCount: 0 })
  })

  it('is not added where it holds more than its action lists, and the log goes on', async () => {
    const { database } = await logOf(1)
    const answers = Object.assign(purged(1), { answers: { ageBand: 'under35' } })
    await expect(appendAudit(database, key, answers, now)).rejects.toThrow(TypeError)
    await expect(appendAudit(database, key, purged(2), now)).resolves.toMatchObject({ entryCount: 2 })
    expect(await invalidOf(database)).toBeNull()
  })

  it('of a transaction that fails is not there, and leaves no gap', async () => {
    const { database } = await logOf(1)
    const failing = database.run(async (client) =>
      client.$transaction(async (transaction) => {
        await appendAudit(transaction, key, purged(2), now)
        throw new Error('what was to be recorded failed')
      }),
    )
    await expect(failing).rejects.toThrow('what was to be recorded failed')
    await expect(appendAudit(database, key, purged(3), now)).resolves.toMatchObject({ entryCount: 2 })
    expect(await invalidOf(database)).toBeNull()
  })

  it.each([
    ['with another key', undefined, `${key}!`],
    ['to an end that was changed', `UPDATE audit_head SET "entryCount" = 1`, key],
    [
      'to an end that was made that of an empty log',
      `UPDATE audit_head SET "entryCount" = 0, "lastHash" = '', "seal" = ''`,
      key,
    ],
    ['where the end is missing', 'DELETE FROM audit_head', key],
  ])('is not added %s, which would hide it', async (_, statement, usedKey) => {
    const { database, tamper } = await logOf(2)
    if (statement !== undefined) await tamper(statement)
    const before = await invalidOf(database)
    const adding = appendAudit(database, usedKey, purged(3), now)
    await expect(adding).rejects.toThrow(/^The end of the audit log .* `npm run audit:verify`\.$/)
    expect(await invalidOf(database)).toEqual(before)
  })

  it('that was refused for the sake of the log says what to do', async () => {
    const { database } = await logOf(1)
    await expect(appendAudit(database, `${key}!`, purged(2), now)).rejects.toMatchObject({
      name: 'DatabaseError',
      failure: 'unreadable',
      message: /run `npm run audit:verify`\.$/,
    })
  })
})

it('entries that are added at once, by connections and by processes, make one chain without gaps', async () => {
  const database = await freshDatabase()
  // One connection for each process on SQLite: its driver keeps the whole process waiting for a lock that another one
  // of the process's own connections holds.
  const numbers = kind === 'sqlite' ? [] : [1, 2, 3]
  const others = numbers.map(() => openDatabase(database.url, { dedicated: true }))
  onTestFinished(async () => {
    await Promise.all(others.map(async (other) => other.close()))
  })
  // Not so many that the last one's turn comes after its patience has ended, on a machine that has other things to do.
  const own = 40
  const processes = runScriptAtOnce(3, 'tests/integration/db/append-many.ts', database.url, {
    variables: sharedSecrets,
  })
  const heads = await Promise.all(
    [database, ...others].flatMap((each, connection) =>
      Array.from({ length: own / (numbers.length + 1) }, async (__, number) =>
        appendAudit(each, key, purged(connection * own + number), now),
      ),
    ),
  )
  expect(new Set(heads.map(({ entryCount }) => entryCount)).size).toBe(own)
  await processes
  const entries = await collect(streamAudit(database))
  expect(entries.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: own + 120 }, (_, index) => index + 1),
  )
  expect(await invalidOf(database)).toBeNull()
  // Each end that was returned was one: none was given twice, or taken back.
  for (const { entryCount, lastHash } of heads) expect(entries[entryCount - 1]?.hash).toBe(lastHash)
}, 60_000)

describe('a page of the log', () => {
  const entries: readonly (readonly [at: string, entry: AuditEntry])[] = [
    ['2026-11-22T23:59:59.999Z', purged(1)],
    [
      '2026-11-23T00:00:00.000Z',
      {
        actor: 'a-1',
        action: 'signIn',
        subject: null,
        outcome: 'succeeded',
        details: { step: 'password' },
      },
    ],
    [
      '2026-11-23T12:00:00.000Z',
      { actor: null, action: 'signIn', subject: null, outcome: 'refused', details: { step: 'password' } },
    ],
    [
      '2026-11-23T23:59:59.999Z',
      { actor: 'a-1', action: 'signOut', subject: null, outcome: 'succeeded', details: {} },
    ],
    ['2026-11-24T00:00:00.000Z', purged(2)],
  ]
  const database = async () => {
    const fresh = await freshDatabase()
    for (const [at, entry] of entries) await appendAudit(fresh, key, entry, new Date(at))
    return fresh
  }
  const numbers = ({ entries: found }: Awaited<ReturnType<typeof readAudit>>) =>
    found.map(({ sequence }) => sequence)

  it.each([
    [{}, [5, 4, 3, 2, 1]],
    [{ action: 'signIn' }, [3, 2]],
    [{ actor: 'a-1' }, [4, 2]],
    [{ actor: null }, [3]],
    [{ outcome: 'refused' }, [3]],
    [{ fromDay: '2026-11-23' }, [5, 4, 3, 2]],
    [{ toDay: '2026-11-23' }, [4, 3, 2, 1]],
    [{ fromDay: '2026-11-23', toDay: '2026-11-23', outcome: 'succeeded' }, [4, 2]],
    [{ action: 'demoSeeded' }, []],
    [{ actor: "' OR 1=1 --" }, []],
  ])('of %j has the entries %j', async (filter, expected) => {
    const page = await readAudit(await database(), filter, { size: 10 })
    expect(numbers(page)).toEqual(expected)
    expect([page.older, page.newer]).toEqual([null, null])
  })

  it('has links of `admin:create` as the system’s, also where an earlier version named nobody', async () => {
    const log = await database()
    const link = { subject: 'l-1', outcome: 'succeeded', details: { role: 'owner' } } as const
    await appendAudit(log, key, { ...link, actor: null, action: 'invitationMade' }, now)
    expect(numbers(await readAudit(log, { actor: 'system' }, { size: 10 }))).toEqual([6, 5, 1])
    expect(numbers(await readAudit(log, { actor: null }, { size: 10 }))).toEqual([3])
  })

  it('follows the one before it, whatever is added meanwhile', async () => {
    const log = await database()
    const first = await readAudit(log, {}, { size: 2 })
    expect([numbers(first), first.older, first.newer]).toEqual([[5, 4], 4, null])
    await appendAudit(log, key, purged(3), now)
    const second = await readAudit(log, {}, { before: first.older ?? 0, size: 2 })
    expect([numbers(second), second.older, second.newer]).toEqual([[3, 2], 2, 3])
    const last = await readAudit(log, {}, { before: second.older ?? 0, size: 2 })
    expect([numbers(last), last.older, last.newer]).toEqual([[1], null, 1])
    const exact = await readAudit(log, { action: 'signIn' }, { size: 2 })
    expect([numbers(exact), exact.older, exact.newer]).toEqual([[3, 2], null, null])
  })

  it('leads back to newer ones, those that were added meanwhile included', async () => {
    const log = await database()
    await appendAudit(log, key, purged(3), now)
    const second = await readAudit(log, {}, { after: 1, size: 2 })
    expect([numbers(second), second.older, second.newer]).toEqual([[3, 2], 2, 3])
    const third = await readAudit(log, {}, { after: second.newer ?? 0, size: 3 })
    expect([numbers(third), third.older, third.newer]).toEqual([[6, 5, 4], 4, null])
    const none = await readAudit(log, {}, { after: 6, size: 2 })
    expect(none).toEqual({ entries: [], older: null, newer: null })
  })

  it('and what is downloaded are counted and read by the same filter, up to the same entry', async () => {
    const log = await database()
    const filter = { action: 'purged' }
    const counted = await countAudit(log, filter)
    expect(counted).toEqual({ entryCount: 2, last: 5 })
    await appendAudit(log, key, purged(3), now)
    const streamed = await collect(streamAudit(log, filter, counted.last))
    expect(streamed.map(({ sequence }) => sequence)).toEqual([1, 5])
    expect(await countAudit(await freshDatabase(), {})).toEqual({ entryCount: 0, last: 0 })
  })
})

describe('the end of the log', () => {
  it('is whole where entries can be added', async () => {
    expect(await isAuditEndWhole(await freshDatabase(), key)).toBe(true)
    const { database } = await logOf(2)
    expect(await isAuditEndWhole(database, key)).toBe(true)
    expect(await isAuditEndWhole(database, `${key}!`)).toBe(false)
  })

  it.each([
    'DELETE FROM audit_head',
    'UPDATE audit_head SET "entryCount" = 1',
    `UPDATE audit_head SET "entryCount" = 0, "lastHash" = '', "seal" = ''`,
    'DELETE FROM audit_entry WHERE sequence = 2',
    `UPDATE audit_entry SET hash = '${'0'.repeat(64)}' WHERE sequence = 2`,
    'UPDATE audit_entry SET sequence = 3 WHERE sequence = 2',
  ])('is not after %s', async (statement) => {
    const { database, tamper } = await logOf(2)
    await tamper(statement)
    expect(await isAuditEndWhole(database, key)).toBe(false)
  })
})

it('the log as JSON Lines has all that is stored, also beyond the first thousand', async () => {
  const { database } = await logOf(1)
  await database.run(async (client) => {
    const first = await client.auditEntry.findFirstOrThrow()
    const more = Array.from({ length: 2100 }, (_, index) => ({ ...first, sequence: index + 2 }))
    await client.auditEntry.createMany({ data: more })
  })
  const stored = await database.run(async (client) =>
    client.auditEntry.findMany({ orderBy: { sequence: 'asc' } }),
  )
  const lines = await collect(auditLines(streamAudit(database)))
  const read = lines.map((line) => {
    const { details, ...rest } = JSON.parse(line) as { details: unknown }
    return { ...rest, details: JSON.stringify(details) }
  })
  expect(read).toEqual(stored)
})
