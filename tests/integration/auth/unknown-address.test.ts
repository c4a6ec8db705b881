import { describe, expect, it } from 'vitest'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { signIn } from '@/lib/auth/sign-in'
import type { DatabaseClient } from '@/lib/db/admin/auth-database'
import { countUnknownSignIn, recordUnknownSignIns } from '@/lib/db/admin/unknown-sign-ins'
import { appendAudit } from '@/lib/db/audit'
import type { Database } from '@/lib/db/engine/client'
import { streamAudit, verifyAudit } from '@/lib/db/read-audit'
import { collect } from '@/tests/support/audit-chain'
import { auditKey, firstOwner, freshArea, invite, passMinutes, type Area, type Browser } from './area'

const nobody = 'nobody@example.org'
const day = 24 * 60

/** What is asked of the credentials, and what is written of the try: it may be asked and written in two ways. */
const sameStep: Readonly<Record<string, string>> = {
  'AdminCredential.findMany': 'AdminCredential',
  'AdminCredential.findUnique': 'AdminCredential',
  'AuditEntry.create': 'written',
  'AdminUnknownSignIns.upsert': 'written',
}

/** A database that notes what is asked of it, one word for each query. */
function noting(database: Database): { readonly database: Database; readonly queries: string[] } {
  const queries: string[] = []
  const known = new WeakMap<DatabaseClient, DatabaseClient>()
  const noted = (client: DatabaseClient): DatabaseClient => {
    const extended =
      known.get(client) ??
      (client.$extends({
        query: {
          $allOperations: async ({ model, operation, args, query }) => {
            const name = `${model ?? 'none'}.${operation}`
            queries.push(sameStep[name] ?? name)
            const answer: unknown = await query(args)
            return answer
          },
        },
      }) as unknown as DatabaseClient)
    known.set(client, extended)
    return extended
  }
  return {
    queries,
    database: {
      ...database,
      run: async (work) => database.run(async (client, kind, address) => work(noted(client), kind, address)),
    },
  }
}

/** Signs in with a wrong password as the site does: what is recorded goes into the real log. Returns what the database was asked. */
async function wrongSignIn(
  { openBrowser, database }: Area,
  email: string,
  { request: own }: Browser = openBrowser(),
): Promise<readonly string[]> {
  const { database: noted, queries } = noting(database)
  const request: AdminRequest = {
    ...own,
    database: noted,
    record: async (entry) => appendAudit(noted, auditKey, entry, new Date()),
    countUnknown: async () => countUnknownSignIn(noted, auditKey, new Date()),
  }
  expect(await signIn(request, { email, password: 'wrong' })).toEqual({ ok: false, reason: 'refused' })
  return queries
}

/** As the fifth wrong try of each does. */
const lockAll = async ({ database }: Area) =>
  database.run(async (client) =>
    client.adminAttempt.updateMany({ data: { count: 5, lockedUntil: new Date(Date.now() + 15 * 60_000) } }),
  )

const tries = async ({ database }: Area) =>
  database.run(async (client) => client.adminUnknownSignIns.findMany({ orderBy: { day: 'asc' } }))

describe('sign-ins with addresses that nobody has', () => {
  it('are counted by day, and leave no entry each', async () => {
    const area = await freshArea()
    for (const email of [nobody, 'somebody@example.org', 'no address', nobody]) await wrongSignIn(area, email)
    passMinutes(day)
    await wrongSignIn(area, nobody)
    expect(await tries(area)).toEqual([
      { day: '2026-11-23', count: 4 },
      { day: '2026-11-24', count: 1 },
    ])
    expect(await collect(streamAudit(area.database))).toEqual([])
    expect(area.recorded).toEqual([])
  })

  it('are recorded as one entry for each day that is over, once', async () => {
    const area = await freshArea()
    for (let time = 0; time < 3; time += 1) await wrongSignIn(area, nobody)
    expect(await recordUnknownSignIns(area.database, auditKey, new Date())).toBe(0)
    passMinutes(2 * day)
    await wrongSignIn(area, nobody)
    const both = await Promise.all(
      [1, 2].map(async () => recordUnknownSignIns(area.database, auditKey, new Date())),
    )
    expect(both.reduce((all, days) => all + days)).toBe(1)
    const entries = await collect(streamAudit(area.database))
    expect(entries).toMatchObject([
      {
        actor: 'system',
        action: 'unknownSignIns',
        outcome: 'refused',
        details: '{"day":"2026-11-23","tryCount":3}',
      },
    ])
    expect(await verifyAudit(area.database, auditKey)).toMatchObject({ invalidCount: 0 })
    expect(await tries(area)).toEqual([{ day: '2026-11-25', count: 1 }])
  })

  it('stay counted where they cannot be recorded, and fail as the others do where the log is broken', async () => {
    const area = await freshArea()
    const { email } = await firstOwner(area)
    await wrongSignIn(area, nobody)
    await wrongSignIn(area, email)
    passMinutes(day)
    await area.database.run(async (client) => client.auditHead.updateMany({ data: { entryCount: 7 } }))
    const unreadable = expect.objectContaining({ name: 'DatabaseError', failure: 'unreadable' })
    await expect(recordUnknownSignIns(area.database, auditKey, new Date())).rejects.toEqual(unreadable)
    for (const address of [nobody, email]) {
      await expect(wrongSignIn(area, address)).rejects.toEqual(unreadable)
    }
    expect(await tries(area)).toEqual([{ day: '2026-11-23', count: 1 }])
  })

  it('take the database the same steps as those with an address that has an account, locked or not', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { email } = owner
    const viewer = await invite(area, owner, 'viewer', 'viewer@example.org')
    // A browser that has signed in to another account is a stranger here, and is looked at more closely.
    for (const browser of [area.openBrowser(), viewer.browser]) {
      const looked = [await wrongSignIn(area, email, browser), await wrongSignIn(area, nobody, browser)]
      await lockAll(area)
      const locked = [await wrongSignIn(area, email, browser), await wrongSignIn(area, nobody, browser)]
      const stillLocked = [await wrongSignIn(area, email, browser), await wrongSignIn(area, nobody, browser)]
      expect(looked[0]).toContain('written')
      expect(looked[1]).toEqual(looked[0])
      expect(locked[1]).toEqual(locked[0])
      expect(locked[0]).not.toEqual(looked[0])
      expect(stillLocked[1]).toEqual(stillLocked[0])
      expect(locked[0]).toContain('written')
      expect(stillLocked[0]).not.toContain('written')
      passMinutes(16)
    }
  })
})
