import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { makeBackup } from '@/lib/backup/make-backup'
import { restoreBackup, type RestoreOptions } from '@/lib/backup/restore'
import { withdrawResponse } from '@/lib/db/responses'
import { withdrawalListOf } from '@/lib/db/withdrawal-list'
import { migrate } from '@/lib/db/migrations/runner'
import { startPostgresql, systemPrograms, type PostgresqlServer } from '../../support/postgresql-server'
import {
  countsOf,
  emptyPlace,
  emptyPlaceOn,
  makeSite,
  receiptHashOf,
  variablesOf,
  type Place,
} from '../../support/site-place'
import { openOtherProgram } from '../../support/test-database'
import { nextName, withNext } from '../db/migrations'
import { runProjectScript } from '../db/processes'

vi.setConfig({ testTimeout: 90_000 })

const programs = systemPrograms()
const now = new Date()
const usual: RestoreOptions = { isForced: false, mayBeOld: false, isDryRun: false, servedAt: null, now }
const forced = { ...usual, isForced: true }
const full = { isForced: false, hasSecrets: true, now }

describe.skipIf(programs === null)('with pg_dump of the version of the server', () => {
  let server: PostgresqlServer
  beforeAll(async () => {
    server = await startPostgresql(programs)
  })
  afterAll(async () => server.stop())

  const place = async () => emptyPlaceOn(server.url)

  async function siteWithBackup(count: number) {
    const site = await place()
    const ids = await makeSite(site, count)
    const file = path.join(site.folder, 'backup.zip')
    const { manifest } = await makeBackup(site.settings, file, full)
    return { site, ids, file, counts: manifest.counts }
  }

  const storedIds = async ({ database }: Place) =>
    database.run(async (client) => (await client.response.findMany()).map(({ id }) => id).toSorted())

  test('a backup restores into an empty database elsewhere with equal counts', async () => {
    const { ids, file, counts } = await siteWithBackup(300)
    expect(counts).toMatchObject({ response: 300, figure: 53 })
    expect(counts).not.toHaveProperty('withdrawal')
    const elsewhere = await place()
    await expect(restoreBackup(elsewhere.settings, file, usual)).resolves.toMatchObject({
      found: [],
      isRecorded: true,
    })
    expect(await storedIds(elsewhere)).toEqual(ids.toSorted())
    expect(await countsOf(elsewhere)).toEqual({ ...counts, audit_entry: 1 })
    await expect(migrate(elsewhere.settings.databaseUrl)).resolves.toMatchObject({ applied: [] })
    // What the migrations made beside tables came along.
    const other = await openOtherProgram(elsewhere.settings.databaseUrl)
    await expect(other.execute('DELETE FROM audit_entry')).rejects.toThrow(/append-only/)
    await other.close()
  })

  test('what fails once the database is there is named, with what to do before the site starts', async () => {
    const { site, file } = await siteWithBackup(2)
    await site.database.close()
    const inTheWay = path.join(site.settings.dataDir, 'audit-secret.before')
    mkdirSync(inTheWay)
    await expect(restoreBackup(site.settings, file, forced)).rejects.toMatchObject({
      name: 'SettingError',
      message: expect.stringMatching(/not all of it is done: .* run the same command again with --force/),
    })
    rmdirSync(inTheWay)
    await expect(restoreBackup(site.settings, file, forced)).resolves.toMatchObject({ isRecorded: true })
  })

  test('what is contributed and withdrawn while it is made changes nothing of what it holds', async () => {
    const site = await place()
    await makeSite(site, 400)
    const list = withdrawalListOf(site.settings)
    const over = new AbortController()
    const people = Array.from({ length: 400 }, (_, person) => person)
    const leaving = (async () => {
      for (let person = people.pop(); person !== undefined && !over.signal.aborted; person = people.pop()) {
        await withdrawResponse(site.database, receiptHashOf(person), now, list)
      }
    })()
    const file = path.join(site.folder, 'backup.zip')
    // It counts what it copied, and refuses itself where the two differ.
    const { counts } = (await makeBackup(site.settings, file, full)).manifest
    over.abort()
    await leaving
    expect(counts['response']).toBeGreaterThan(0)
  })

  test('over a site: refused unless forced; the list of withdrawals stays, and is heeded', async () => {
    const { site, ids, file } = await siteWithBackup(20)
    for (const person of [2, 11]) {
      await withdrawResponse(site.database, receiptHashOf(person), now, withdrawalListOf(site.settings))
    }
    await expect(restoreBackup(site.settings, file, usual)).rejects.toThrow(
      /^There is a site already: the database 127\.0\.0\.1:\d+\/miroir_test_\w+ with 18 responses, /,
    )
    await site.database.close()
    await expect(restoreBackup(site.settings, file, forced)).resolves.toMatchObject({
      withdrawnCount: 2,
      hasList: true,
    })
    const left = ids.filter((_, person) => person !== 2 && person !== 11)
    expect(await storedIds(site)).toEqual(left.toSorted())
    // And again: the list is not of the backup.
    await site.database.close()
    await expect(restoreBackup(site.settings, file, forced)).resolves.toMatchObject({ withdrawnCount: 2 })
  })

  test('is refused while a site has connections to the database', async () => {
    const { site, file } = await siteWithBackup(1)
    await site.database.run(async (client) => client.response.count())
    await expect(restoreBackup(site.settings, file, forced)).rejects.toThrow(/is running: stop it first/)
  })

  test('what fails on the way changes nothing', async () => {
    const { site, ids } = await siteWithBackup(20)
    const bytes = path.join(site.folder, 'no.dump')
    writeFileSync(bytes, 'PGDMP and no more')
    const { restorePostgresql } = await import('@/lib/db/backup/postgresql-restore')
    await expect(restorePostgresql(site.settings.databaseUrl, bytes)).rejects.toThrow(/^pg_restore failed: /)
    expect(await storedIds(site)).toEqual(ids.toSorted())
  })

  test('of a newer version is refused, and so is one of another kind', async () => {
    const site = await place()
    await makeSite(site, 1)
    await migrate(site.settings.databaseUrl, withNext('postgresql', 'CREATE TABLE next (id TEXT)'))
    const file = path.join(site.folder, 'backup.zip')
    await makeBackup(site.settings, file, full)
    await expect(restoreBackup((await place()).settings, file, usual)).rejects.toThrow(`it has ${nextName})`)
    await expect(restoreBackup(emptyPlace().settings, file, usual)).rejects.toThrow(
      /is a backup of a PostgreSQL database, and DATABASE_URL names a SQLite one/,
    )
  })

  test('the password is in no argument, nor in what is said', async () => {
    const { site, file } = await siteWithBackup(1)
    const { password } = new URL(site.settings.databaseUrl)
    expect(readFileSync(file).includes(password)).toBe(false)
    const wrong = Object.assign(new URL(site.settings.databaseUrl), { pathname: '/nowhere' }).href
    const variables = { ...variablesOf(site), DATABASE_URL: wrong }
    const failed = runProjectScript('scripts/backup', wrong, {
      variables,
      parts: [path.join(site.folder, 'b.zip')],
    })
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.not.stringContaining(password) })
  })
})

test('where pg_dump is missing, or older than the server, a sentence says what to do, and nothing is left', async () => {
  const site = await emptyPlaceOn(inject('postgresql')?.serverUrl ?? '')
  await makeSite(site, 1)
  const backups = path.join(site.folder, 'backups')
  const tools = path.join(site.folder, 'tools')
  for (const folder of [backups, tools]) mkdirSync(folder)
  const run = async () =>
    runProjectScript('scripts/backup', site.settings.databaseUrl, {
      variables: { ...variablesOf(site), PATH: tools },
      parts: [path.join(backups, 'backup.zip')],
    })
  await expect(run()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^This needs the program pg_dump, which is not on this machine: install PostgreSQL's client programs \(on Debian: postgresql-client\), or copy /,
    ),
  })
  writeFileSync(path.join(tools, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.1"\n', {
    mode: 0o755,
  })
  await expect(run()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^The PostgreSQL server is version \d+, and pg_dump here is version 9: install /,
    ),
  })
  expect(readdirSync(backups)).toEqual([])
})
