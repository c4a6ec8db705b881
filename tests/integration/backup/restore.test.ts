import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { noteLastBackup } from '@/lib/backup/last-backup'
import { makeBackup } from '@/lib/backup/make-backup'
import { restoreBackup, type RestoreOptions } from '@/lib/backup/restore'
import { addDays } from '@/lib/counts/iso-week'
import { withdrawResponse } from '@/lib/db/responses'
import { withdrawalListOf } from '@/lib/db/withdrawal-list'
import { migrate } from '@/lib/db/migrations/runner'
import { openDatabase } from '@/lib/db/engine/client'
import { verifyAudit } from '@/lib/db/read-audit'
import { readSettings } from '@/lib/env'
import { readSecret, secretNames } from '@/lib/keys/secrets'
import { programVersion } from '@/lib/version'
import { openOtherProgram } from '../../support/test-database'
import { countsOf, emptyPlace, makeSite, receiptHashOf, type Place } from '../../support/site-place'
import { nextName, projectMigrations, withNext } from '../db/migrations'

vi.setConfig({ testTimeout: 60_000 })

const now = new Date()
const usual: RestoreOptions = { isForced: false, mayBeOld: false, isDryRun: false, servedAt: null, now }
const forced = { ...usual, isForced: true }

/** A site and a backup of it. */
async function siteWithBackup(count: number) {
  const site = emptyPlace()
  const ids = await makeSite(site, count)
  const file = path.join(site.folder, 'backup.zip')
  await makeBackup(site.settings, file, { isForced: false, hasSecrets: true, now })
  return { site, ids, file }
}

/** Closes a site's database, as a site that stops does. */
const stop = async ({ database }: Place) => database.close()

const storedIds = async ({ database }: Place) =>
  database.run(async (client) =>
    (await client.response.findMany({ select: { id: true } })).map(({ id }) => id),
  )

const fileOf = ({ settings }: Place) => settings.databaseUrl.slice('file:'.length)

describe('into an empty place', () => {
  test('everything comes back, for its owner only, and the restore is recorded', async () => {
    const { site, ids, file } = await siteWithBackup(30)
    const place = emptyPlace()
    const report = await restoreBackup(place.settings, file, usual)
    expect(report).toMatchObject({
      found: [],
      withdrawnCount: 0,
      missingSecrets: [],
      otherSecrets: [],
      isRecorded: true,
    })
    expect((await storedIds(place)).toSorted()).toEqual(ids.toSorted())
    for (const name of secretNames)
      expect(readSecret(place.settings, name)).toBe(readSecret(site.settings, name))
    const { dataDir } = place.settings
    const expected = ['miroir.db', ...secretNames.map((name) => `${name}-secret`)].toSorted()
    expect(readdirSync(dataDir).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(expected)
    for (const name of expected) expect(statSync(path.join(dataDir, name)).mode & 0o777).toBe(0o600)
    const dedicated = openDatabase(place.settings.databaseUrl, { dedicated: true })
    await expect(verifyAudit(dedicated, readSecret(place.settings, 'audit'))).resolves.toMatchObject({
      firstInvalid: null,
    })
    await dedicated.close()
  })

  test('of an earlier version is brought up to date', async () => {
    const site = emptyPlace()
    const { sqlite } = projectMigrations
    const earlier = { ...sqlite, migrationDirectories: sqlite.migrationDirectories.slice(0, 4) }
    mkdirSync(site.settings.dataDir)
    await migrate(site.settings.databaseUrl, earlier)
    for (const name of secretNames)
      writeFileSync(path.join(site.settings.dataDir, `${name}-secret`), 's'.repeat(40))
    const file = path.join(site.folder, 'backup.zip')
    const { manifest } = await makeBackup(site.settings, file, { isForced: false, hasSecrets: true, now })
    expect(manifest.migrations).toHaveLength(4)
    const place = emptyPlace()
    await restoreBackup(place.settings, file, usual)
    await expect(migrate(place.settings.databaseUrl)).resolves.toMatchObject({ applied: [] })
  })

  test('without its secrets, it says which are missing, and which are set to others', async () => {
    const { site } = await siteWithBackup(1)
    const bare = path.join(site.folder, 'bare.zip')
    await makeBackup(site.settings, bare, { isForced: false, hasSecrets: false, now })
    const place = emptyPlace()
    await expect(restoreBackup(place.settings, bare, usual)).resolves.toMatchObject({
      missingSecrets: [...secretNames],
      isRecorded: false,
    })
    const other = emptyPlace()
    const variables = {
      MIROIR_DATA_DIR: other.settings.dataDir,
      MIROIR_AUDIT_SECRET: 'another secret, long enough to be one',
    }
    // Its audit log has an entry: that of the backup before it.
    const full = path.join(site.folder, 'second.zip')
    await makeBackup(site.settings, full, { isForced: false, hasSecrets: true, now })
    await expect(restoreBackup(readSettings(variables), full, usual)).resolves.toMatchObject({
      missingSecrets: [],
      otherSecrets: ['audit'],
      isRecorded: false,
    })
  })

  test('a dry run makes nothing', async () => {
    const { file } = await siteWithBackup(1)
    const place = emptyPlace()
    await restoreBackup(place.settings, file, { ...usual, isDryRun: true })
    expect(readdirSync(place.folder)).toEqual([])
  })
})

describe('over a site', () => {
  test('it is refused unless forced, and says what is there', async () => {
    const { site, ids, file } = await siteWithBackup(5)
    await expect(restoreBackup(site.settings, file, usual)).rejects.toMatchObject({
      name: 'SettingError',
      message: expect.stringMatching(
        /^There is a site already: the database \S+miroir\.db with 5 responses, 0 editions, 0 accounts, 1 audit entry, secrets in \S+\. --force/,
      ),
    })
    expect((await storedIds(site)).toSorted()).toEqual(ids.toSorted())
    // Secrets alone are a part of a site, too.
    const place = emptyPlace()
    mkdirSync(place.settings.dataDir)
    writeFileSync(path.join(place.settings.dataDir, 'audit-secret'), 'a'.repeat(40))
    await expect(restoreBackup(place.settings, file, usual)).rejects.toThrow(
      /^There is a site already: secrets in /,
    )
    expect(existsSync(fileOf(place))).toBe(false)
  })

  test('it is refused while a program has the database open, or the site answers', async () => {
    const { site, file } = await siteWithBackup(5)
    await expect(restoreBackup(site.settings, file, forced)).rejects.toThrow(
      'The site of this place is running: stop it first. Another program has its database open.',
    )
    await stop(site)
    await expect(
      restoreBackup(site.settings, file, { ...forced, servedAt: 'http://localhost:1' }),
    ).rejects.toThrow('The site of this place is running: stop it first. It answers at http://localhost:1.')
    await expect(restoreBackup(site.settings, file, forced)).resolves.toMatchObject({ withdrawnCount: 0 })
  })

  test('what was withdrawn since is withdrawn again, and sessions and links are ended', async () => {
    const { site, ids, file } = await siteWithBackup(40)
    const list = withdrawalListOf(site.settings)
    for (const person of [3, 17]) {
      await expect(withdrawResponse(site.database, receiptHashOf(person), now, list)).resolves.toBe(true)
    }
    await stop(site)
    const report = await restoreBackup(site.settings, file, forced)
    expect(report).toMatchObject({ withdrawnCount: 2, hasList: true })
    const left = ids.filter((_, person) => person !== 3 && person !== 17)
    expect((await storedIds(site)).toSorted()).toEqual(left.toSorted())
    expect(await countsOf(site)).toMatchObject({ admin_session: 0, admin_challenge: 0 })
    await stop(site)
    // Nor is anything of them left in the file.
    const bytes = readFileSync(fileOf(site))
    expect([ids[3], ids[17]].filter((id) => bytes.includes(id ?? ''))).toEqual([])
    expect(bytes.includes(ids[4] ?? '')).toBe(true)
  })

  test('the list is of use in another place, with the key of the backup', async () => {
    const { site, ids, file } = await siteWithBackup(10)
    await withdrawResponse(site.database, receiptHashOf(6), now, withdrawalListOf(site.settings))
    const place = emptyPlace()
    mkdirSync(place.settings.dataDir)
    const [day = ''] = readdirSync(path.join(site.settings.dataDir, 'withdrawals'))
    mkdirSync(path.join(place.settings.dataDir, 'withdrawals'))
    writeFileSync(
      path.join(place.settings.dataDir, 'withdrawals', day),
      readFileSync(path.join(site.settings.dataDir, 'withdrawals', day)),
    )
    await expect(restoreBackup(place.settings, file, usual)).resolves.toMatchObject({
      withdrawnCount: 1,
      found: [],
    })
    expect(await storedIds(place)).not.toContain(ids[6])
    // Without it, the person's response is back, and the operator is told that nobody knows.
    const without = emptyPlace()
    await expect(restoreBackup(without.settings, file, usual)).resolves.toMatchObject({
      withdrawnCount: 0,
      hasList: false,
    })
  })

  test('files of editions go: the daily work makes those again that may be delivered', async () => {
    const { site, file } = await siteWithBackup(1)
    const editions = path.join(site.settings.dataDir, 'editions')
    mkdirSync(editions)
    writeFileSync(path.join(editions, '2025-12-1.zip'), 'of somebody who withdrew since')
    await stop(site)
    const report = await restoreBackup(site.settings, file, forced)
    expect(report.found).toContain('files of editions')
    expect(readdirSync(editions)).toEqual([])
  })

  test('a database that cannot be read any more is replaced', async () => {
    const { site, ids, file } = await siteWithBackup(5)
    await stop(site)
    writeFileSync(fileOf(site), 'this is no database'.repeat(1000))
    for (const end of ['-wal', '-shm']) rmSync(fileOf(site) + end, { force: true })
    const report = await restoreBackup(site.settings, file, forced)
    expect(report.found[0]).toMatch(/miroir\.db, which cannot be read$/)
    expect((await storedIds(site)).toSorted()).toEqual(ids.toSorted())
  })

  test("another program's database is not, though it is forced", async () => {
    const { file } = await siteWithBackup(1)
    const place = emptyPlace()
    mkdirSync(place.settings.dataDir)
    const other = await openOtherProgram(place.settings.databaseUrl)
    await other.execute('CREATE TABLE recipes (id TEXT)')
    await other.close()
    await expect(restoreBackup(place.settings, file, forced)).rejects.toThrow(/another program's database/)
    expect(Object.keys(await countsOf(place))).toEqual(['recipes'])
  })
})

// The tests of a container run as root, as an operator may who types the command on a server.
test.runIf(process.getuid?.() === 0)('what root restores belongs to whom the site runs as', async () => {
  const { file } = await siteWithBackup(1)
  const place = emptyPlace()
  const { dataDir } = place.settings
  mkdirSync(dataDir)
  chownSync(dataDir, 1234, 4321)
  await restoreBackup(place.settings, file, usual)
  // A link that the site's user put there leads nowhere else.
  const elsewhere = path.join(place.folder, 'elsewhere')
  writeFileSync(elsewhere, 'of root')
  symlinkSync(elsewhere, path.join(dataDir, 'last-backup.json.new'))
  noteLastBackup(place.settings, now)
  expect([readFileSync(elsewhere, 'utf8'), statSync(elsewhere).uid]).toEqual(['of root', 0])
  const names = readdirSync(dataDir)
  expect(names).toEqual(expect.arrayContaining(['miroir.db', 'audit-secret', 'last-backup.json']))
  for (const name of names) expect(statSync(path.join(dataDir, name))).toMatchObject({ uid: 1234, gid: 4321 })
})

describe('is refused', () => {
  test('where the backup is of a newer version', async () => {
    const site = emptyPlace()
    await makeSite(site, 1)
    await migrate(site.settings.databaseUrl, withNext('sqlite', 'CREATE TABLE next (id TEXT)'))
    const file = path.join(site.folder, 'backup.zip')
    await makeBackup(site.settings, file, { isForced: false, hasSecrets: true, now })
    const place = emptyPlace()
    await expect(restoreBackup(place.settings, file, usual)).rejects.toThrow(
      `${file} was made by a newer version of the program (${programVersion}; it has ${nextName})`,
    )
    expect(readdirSync(place.folder)).toEqual([])
  })

  test('where the backup is older than withdrawals are remembered, unless that is accepted', async () => {
    const { file } = await siteWithBackup(1)
    const later = { ...usual, now: addDays(now, 31) }
    const place = emptyPlace()
    await expect(restoreBackup(place.settings, file, later)).rejects.toThrow(
      /withdrawals are remembered for 30 days/,
    )
    await expect(restoreBackup(place.settings, file, { ...later, mayBeOld: true })).resolves.toMatchObject({
      withdrawnCount: 0,
    })
  })

  test('where the backup is damaged, and what is there stays', async () => {
    const { site, ids, file } = await siteWithBackup(5)
    await stop(site)
    const bytes = readFileSync(file)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
    writeFileSync(file, bytes)
    await expect(restoreBackup(site.settings, file, forced)).rejects.toThrow(/is damaged/)
    expect((await storedIds(site)).toSorted()).toEqual(ids.toSorted())
    expect(readdirSync(site.settings.dataDir).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
