import { describe, expect, it, vi } from 'vitest'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import { beginRun, readKnownTime, seeClock } from '@/lib/db/clock'
import { migrate } from '@/lib/db/migrations/runner'
import { countDue, purge } from '@/lib/db/purge'
import { seedFigures } from '@/lib/db/waves/seed'
import { sharedSecrets } from '@/tests/support/contributor'
import { madeUpAnswers, storePeople } from '@/tests/support/edition-site'
import { shiftedClock } from '@/tests/support/shifted-clock'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase, kind, missingDatabase, otherProgram } from './databases'
import { projectMigrations } from './migrations'
import { runProjectScript } from './processes'

vi.setConfig({ testTimeout: 90_000 })

const now = new Date()
const today = now.toISOString().slice(0, 10)
const dayIn = (days: number) => addDays(now, days).toISOString().slice(0, 10)

const known = async (database: TestDatabase) => database.run(readKnownTime)

/** A database whose daily work was last done today, with responses of two weeks ago. */
async function siteOfToday(count = 20) {
  const database = await freshDatabase()
  await seedFigures(database)
  await storePeople(database, madeUpAnswers(count), {
    week: isoWeekOf(addDays(now, -14)),
    receiptHash: (place) => String(place).padStart(64, '0'),
  })
  await beginRun(database, now)
  await purge(database, now, { receiptDays: 30, responseMonths: 24 })
  return {
    database,
    responses: async () => database.run(async (client) => client.response.count()),
    receipts: async () =>
      database.run(async (client) => client.response.count({ where: { receiptHash: { gt: '' } } })),
    actions: async () =>
      database.run(async (client) =>
        (await client.auditEntry.findMany({ orderBy: { sequence: 'asc' } })).map(({ action }) => action),
      ),
    /** Runs a program under a clock that is so many days ahead. */
    run: async (program: string, days: number, ...parts: readonly string[]) =>
      runProjectScript(program, database.url, {
        variables: { ...sharedSecrets, MIROIR_DATA_DIR: database.folder, ...shiftedClock(days) },
        parts,
      }).then(
        (printed) => ({ code: 0, ...printed }),
        (failed: { readonly code: number; readonly stdout: string; readonly stderr: string }) => failed,
      ),
  }
}

const dailyWork = 'tests/integration/db/do-daily-work.ts'

describe('what the database knows of time', () => {
  it('is nothing at first, then the day of each run and of contributions', async () => {
    const database = await freshDatabase()
    expect(await known(database)).toEqual({
      latestDay: null,
      doubtedDay: null,
      erasedFor: null,
      erasedOn: null,
    })
    await expect(seeClock(database, addDays(now, -3))).resolves.toBe('right')
    expect(await known(database)).toMatchObject({ latestDay: dayIn(-3) })
    await expect(beginRun(database, now)).resolves.toMatchObject({ state: 'right', eraseFor: now })
    expect(await known(database)).toMatchObject({ latestDay: today, erasedFor: null })
    await purge(database, now, { receiptDays: 30, responseMonths: 24 })
    expect(await known(database)).toEqual({
      latestDay: today,
      doubtedDay: null,
      erasedFor: today,
      erasedOn: today,
    })
  })

  it('does not follow a contribution under a clock that is behind, or far ahead', async () => {
    const { database } = await siteOfToday()
    await expect(seeClock(database, addDays(now, -800))).resolves.toBe('behind')
    await expect(seeClock(database, addDays(now, 1100))).resolves.toBe('ahead')
    expect(await known(database)).toMatchObject({ latestDay: today })
  })

  it('is a day, and nothing finer', async () => {
    const { database } = await siteOfToday()
    const columns = Object.values(await known(database))
    expect(columns.filter((value) => value !== null)).toEqual(
      columns.filter((value) => /^\d{4}-\d{2}-\d{2}$/.test(value ?? '')),
    )
  })

  it('is taken from the audit log of a site that ran before it was known', async () => {
    const database = await missingDatabase()
    await database.makeRoom()
    const { migrationDirectories, ...rest } = projectMigrations[kind]
    const place = migrationDirectories.findIndex(({ path }) => path.endsWith('_clock_and_withdrawals'))
    await migrate(database.url, { ...rest, migrationDirectories: migrationDirectories.slice(0, place) })
    const other = await otherProgram(database)
    const entry = (sequence: number, at: string, action: string) =>
      other.execute(
        `INSERT INTO audit_entry VALUES (${sequence}, '${at}', 'system', '${action}', NULL, 'succeeded', '{}', '${'a'.repeat(64)}')`,
      )
    await entry(1, '2026-11-20T00:10:00.000Z', 'purged')
    await entry(2, '2026-11-22T09:10:00.000Z', 'signIn')
    await migrate(database.url)
    expect(await known(database)).toEqual({
      latestDay: '2026-11-22',
      doubtedDay: null,
      erasedFor: '2026-11-20',
      erasedOn: null,
    })
  })
})

describe('the daily work under a wrong clock', () => {
  it('three years ahead erases and publishes nothing, and says so once a day', async () => {
    const { run, responses, receipts, actions, database } = await siteOfToday(150)
    for (const days of [1100, 1100]) {
      const { code, stdout } = await run(dailyWork, days)
      expect(code).toBe(1)
      expect(stdout).toContain(
        `The clock says ${dayIn(1100)}, more than 8 days after the last day that the database has seen, ${today}`,
      )
    }
    expect([await responses(), await receipts()]).toEqual([150, 150])
    expect(await actions()).toEqual(['clockDoubted'])
    expect(await database.run(async (client) => client.edition.count())).toBe(0)
    expect(await known(database)).toEqual({
      latestDay: today,
      doubtedDay: dayIn(1100),
      erasedFor: today,
      erasedOn: today,
    })

    // Under the right clock all goes on: the edition that is due is made, and nothing was lost.
    await expect(run(dailyWork, 0)).resolves.toMatchObject({ code: 0 })
    expect([await responses(), await receipts()]).toEqual([150, 150])
    expect(await database.run(async (client) => client.edition.count())).toBe(1)
    expect(await known(database)).toMatchObject({ latestDay: today, doubtedDay: null })
  })

  it('is believed on the second of two days, and even then erases some weeks, not everything', async () => {
    const { run, responses, receipts, database } = await siteOfToday()
    await run(dailyWork, 1100)
    await expect(run(dailyWork, 1101)).resolves.toMatchObject({ code: 0 })
    expect(await known(database)).toEqual({
      latestDay: dayIn(1101),
      doubtedDay: null,
      erasedFor: dayIn(56),
      erasedOn: dayIn(1101),
    })
    // The receipts of two weeks ago came due within these eight weeks, the responses did not.
    expect([await responses(), await receipts()]).toEqual([20, 0])
  })

  it('800 days behind does nothing either', async () => {
    const { run, responses, database } = await siteOfToday()
    const { code, stdout } = await run(dailyWork, -800)
    expect(code).toBe(1)
    expect(stdout).toContain(`The clock says ${dayIn(-800)}, but the database has seen ${today}`)
    expect(await responses()).toBe(20)
    expect(await known(database)).toEqual({
      latestDay: today,
      doubtedDay: null,
      erasedFor: today,
      erasedOn: today,
    })
  })

  it('no edition is made by the program that makes them', async () => {
    const { run, database } = await siteOfToday(150)
    await expect(run('server/make-editions', 1100)).resolves.toMatchObject({ code: 1 })
    await expect(run('server/make-editions', -30)).resolves.toMatchObject({ code: 1 })
    expect(await database.run(async (client) => client.edition.count())).toBe(0)
  })
})

it('a response that came under a clock that was ahead is given the week of today, and is not kept for longer', async () => {
  const { database } = await siteOfToday(1)
  await storePeople(database, madeUpAnswers(2), { week: isoWeekOf(addDays(now, 1100)) })
  await purge(database, now, { receiptDays: 30, responseMonths: 24 })
  const weeks = await database.run(async (client) =>
    client.response.groupBy({ by: ['week'], _count: true, orderBy: { week: 'asc' } }),
  )
  expect(weeks).toEqual([
    { week: isoWeekOf(addDays(now, -14)), _count: 1 },
    { week: isoWeekOf(now), _count: 2 },
  ])
})

describe('npm run db:purge', () => {
  it('--dry-run says what would be erased, and erases nothing', async () => {
    const { run, receipts, database, actions } = await siteOfToday()
    const { code, stdout } = await run('scripts/db-purge', 40, '--dry-run', '--accept-clock')
    expect([code, stdout]).toEqual([
      0,
      'Would erase 20 receipts and delete 0 responses. Nothing was erased.\n',
    ])
    expect(await receipts()).toBe(20)
    expect(await actions()).toEqual([])
    expect(await known(database)).toEqual({
      latestDay: today,
      doubtedDay: null,
      erasedFor: today,
      erasedOn: today,
    })
    await expect(
      countDue(database, addDays(now, 800), { receiptDays: 30, responseMonths: 24 }),
    ).resolves.toEqual({
      receiptsErased: 20,
      responsesDeleted: 20,
    })
  })

  it('refuses a clock that is not believed, unless the operator says that it is right', async () => {
    const { run, responses, actions, database } = await siteOfToday()
    const refused = await run('scripts/db-purge', 1100)
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The clock says .* `npm run db:purge -- --accept-clock`\.\n$/),
    })
    expect(await responses()).toBe(20)
    const accepted = await run('scripts/db-purge', 1100, '--accept-clock')
    expect(accepted).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Erased 0 receipts and deleted 20 responses.\n'),
    })
    expect(await actions()).toEqual(['clockAccepted', 'purged'])
    expect(await known(database)).toEqual({
      latestDay: dayIn(1100),
      doubtedDay: null,
      erasedFor: dayIn(1100),
      erasedOn: dayIn(1100),
    })
    // Somebody saw that it was wrong after all.
    await expect(run('scripts/db-purge', 0)).resolves.toMatchObject({ code: 1 })
    await expect(run('scripts/db-purge', 0, '--accept-clock')).resolves.toMatchObject({ code: 0 })
    await expect(seeClock(database, now)).resolves.toBe('right')
  })

  it('refuses what it does not know, and erases nothing', async () => {
    const { run, receipts } = await siteOfToday()
    await expect(run('scripts/db-purge', 0, '--dryrun')).resolves.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^Unknown option '--dryrun'\.\n\nUsage: npm run db:purge -- \[options\]\n/,
      ),
    })
    expect(await receipts()).toBe(20)
  })
})
