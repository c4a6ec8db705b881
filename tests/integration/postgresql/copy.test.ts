import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { describe, expect, inject, test, vi } from 'vitest'
import { copyDatabase } from '@/lib/db/copy/copy-database'
import { migrate } from '@/lib/db/migrations/runner'
import { verifyAudit } from '@/lib/db/read-audit'
import { openDatabase } from '@/lib/db/engine/client'
import { environmentWith } from '@/lib/env'
import { withNext } from '../db/migrations'
import { launched } from '@/tests/support/launched'
import { runProjectScript } from '../db/processes'
import { countsOf, emptyPlace, emptyPlaceOn, makeSite, type Place } from '../../support/site-place'

vi.setConfig({ testTimeout: 90_000 })

const serverUrl = inject('postgresql')?.serverUrl ?? ''
const silent = () => undefined

const emptyDatabase = async () => emptyPlaceOn(serverUrl)

/** A SQLite site with rows in every table. */
async function filledSite(count: number): Promise<Place> {
  const site = emptyPlace()
  await makeSite(site, count)
  const moment = new Date('2026-11-26T08:09:10.123Z')
  const later = new Date('2026-11-26T10:09:10.123Z')
  await site.database.run(async (client) => {
    const user = {
      id: 'user-1',
      email: 'owner@example.org',
      role: 'owner',
      twoFactorEnabled: true,
      createdAt: moment,
    }
    await client.adminUser.create({ data: user })
    const times = { createdAt: moment, updatedAt: moment, expiresAt: later }
    await client.adminSession.create({
      data: { id: 's', tokenHash: 't'.repeat(64), userId: user.id, ...times },
    })
    await client.adminCredential.create({
      data: {
        id: 'c',
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: 'é–\u2028"'.padEnd(161, 'p'),
      },
    })
    await client.adminChallenge.create({
      data: { id: 'h', identifier: 'i'.repeat(64), value: 'v', ...times },
    })
    await client.adminSecondFactor.create({
      data: { id: 'f', userId: user.id, secret: '$ba$s', backupCodes: '[]', lastStep: 3 },
    })
    await client.adminAttempt.create({
      data: { keyHash: 'k'.repeat(64), count: 2, startedAt: moment, lockedUntil: later },
    })
    await client.adminInvitation.create({
      data: {
        id: 'n',
        tokenHash: 'u'.repeat(64),
        purpose: 'account',
        email: 'a@example.org',
        role: 'viewer',
        createdById: user.id,
        createdAt: moment,
        expiresAt: later,
      },
    })
    await client.weekCount.createMany({
      data: [true, false].map((isDemo) => ({ waveId: '2025-12', week: '2026-W40', isDemo, count: 15 })),
    })
    await client.setting.updateMany({ where: { name: 'smallestGroup' }, data: { value: 20 } })
    await client.clock.updateMany({ data: { latestDay: '2026-11-26' } })
  })
  return site
}

/** All rows of a site, by model. */
async function rowsOf({ database }: Place) {
  return database.run(async (client) => ({
    responses: await client.response.findMany({ orderBy: { id: 'asc' } }),
    users: await client.adminUser.findMany({
      include: { sessions: true, credential: true, secondFactor: true, invitations: true },
    }),
    attempts: await client.adminAttempt.findMany(),
    weeks: await client.weekCount.findMany({ orderBy: { isDemo: 'asc' } }),
    settings: await client.setting.findMany({ orderBy: { name: 'asc' } }),
    clock: await client.clock.findMany(),
    figures: await client.figure.findMany({ orderBy: [{ indicator: 'asc' }, { population: 'asc' }] }),
  }))
}

describe('a copy', () => {
  test('from SQLite to PostgreSQL and back has the same rows, and an audit log that is whole', async () => {
    const first = await filledSite(1300)
    const second = await emptyDatabase()
    const third = emptyPlace()
    const steps: string[] = []
    const { counts } = await copyDatabase(
      first.settings.databaseUrl,
      second.settings.databaseUrl,
      (step, table, count, of) => steps.push(`${table} ${step} ${count}/${of}`),
    )
    expect(counts).toMatchObject({ response: 1300, figure: 53, adminUser: 1, weekCount: 2 })
    expect(steps.filter((step) => step.startsWith('response '))).toEqual([
      'response copied 500/1300',
      'response copied 1000/1300',
      'response copied 1300/1300',
      'response compared 500/1300',
      'response compared 1000/1300',
      'response compared 1300/1300',
    ])
    await copyDatabase(second.settings.databaseUrl, third.settings.databaseUrl, silent)
    const expected = await rowsOf(first)
    expect(await rowsOf(second)).toEqual(expected)
    expect(await rowsOf(third)).toEqual(expected)
    const dedicated = openDatabase(second.settings.databaseUrl, { dedicated: true })
    await expect(verifyAudit(dedicated, 'any')).resolves.toMatchObject({ firstInvalid: null })
    await dedicated.close()
  })

  test('that is killed on the way leaves nothing, and is made by running it again', async () => {
    const first = await filledSite(2500)
    const second = await emptyDatabase()
    const parts = [first.settings.databaseUrl, second.settings.databaseUrl]
    const child = spawn(process.execPath, [...launched('scripts/db-copy'), ...parts], {
      env: environmentWith({}),
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    // Once the transaction writes.
    const watching = openDatabase(serverUrl, { dedicated: true })
    const name = new URL(second.settings.databaseUrl).pathname.slice(1)
    await vi.waitUntil(
      async () => {
        const [found] = await watching.run(async (client) =>
          client.$queryRawUnsafe<{ count: bigint }[]>(
            `SELECT count(*) AS count FROM pg_stat_activity WHERE datname = '${name}' AND backend_xid IS NOT NULL AND query LIKE 'INSERT INTO %response%'`,
          ),
        )
        return Number(found?.count) > 0 || child.exitCode !== null
      },
      { timeout: 60_000, interval: 5 },
    )
    child.kill('SIGKILL')
    await ended
    await watching.close()
    expect((await countsOf(second))['response'] ?? 0).toBe(0)
    await copyDatabase(first.settings.databaseUrl, second.settings.databaseUrl, silent)
    expect(await rowsOf(second)).toEqual(await rowsOf(first))
  })

  test('is refused into a database that is not empty, into itself, and of another version', async () => {
    const first = await filledSite(3)
    const from = first.settings.databaseUrl
    const filled = await filledSite(1)
    await expect(copyDatabase(from, filled.settings.databaseUrl, silent)).rejects.toMatchObject({
      name: 'SettingError',
      message: expect.stringMatching(
        /is not empty \(it has rows of wave, .*response.*\): nothing was copied\./,
      ),
    })
    await expect(filled.database.run(async (client) => client.response.count())).resolves.toBe(1)
    await expect(copyDatabase(from, from, silent)).rejects.toThrow(/one and the same/)
    await expect(copyDatabase(emptyPlace().settings.databaseUrl, from, silent)).rejects.toMatchObject({
      failure: 'missing',
    })
    await migrate(from, withNext('sqlite', 'CREATE TABLE next (id TEXT)'))
    await expect(copyDatabase(from, emptyPlace().settings.databaseUrl, silent)).rejects.toThrow(
      /of a newer version/,
    )
  })

  test('by its script takes paths, says what it copied, and can be run again into another one', async () => {
    const first = await filledSite(4)
    const file = path.join(first.settings.dataDir, 'miroir.db')
    const run = async () =>
      runProjectScript('scripts/db-copy', '', {
        variables: { INIT_CWD: first.folder },
        parts: [file, 'copy.db'],
      })
    await expect(run()).resolves.toMatchObject({
      stdout: expect.stringMatching(
        /^Copied \d+ rows, 4 of them responses, from \S+miroir\.db to \S+copy\.db, and compared every one\./,
      ),
      stderr: '',
    })
    await expect(run()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') })
  })
})
