import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { makeBackup } from '@/lib/backup/make-backup'
import { openBackup } from '@/lib/backup/open-backup'
import { withWorkFolder } from '@/lib/backup/files'
import { readLastBackup } from '@/lib/backup/last-backup'
import { environmentWith } from '@/lib/env'
import { readSecret, secretNames } from '@/lib/keys/secrets'
import { withdrawResponse } from '@/lib/db/responses'
import { programVersion } from '@/lib/version'
import { smallDisk } from '../../support/small-disk'
import { emptyPlace, makeSite, receiptHashOf, variablesOf, type Place } from '../../support/site-place'
import { launched } from '@/tests/support/launched'
import { runProjectScript } from '../db/processes'

vi.setConfig({ testTimeout: 120_000 })

const now = new Date()
const usual = { isForced: false, hasSecrets: true, now }

async function siteWith(count: number): Promise<Place & { readonly file: string }> {
  const place = emptyPlace()
  await makeSite(place, count)
  mkdirSync(path.join(place.folder, 'backups'))
  return { ...place, file: path.join(place.folder, 'backups', 'backup.zip') }
}

const entriesBeside = (file: string) => readdirSync(path.dirname(file)).toSorted()

const open = async (file: string) =>
  withWorkFolder(path.dirname(file), 'it was not opened.', async (folder) => openBackup(file, folder))

test('a backup is one file for its owner only, with the secrets and what it holds, and is noted', async () => {
  const { settings, database, file } = await siteWith(40)
  await expect(makeBackup(settings, file, usual)).resolves.toMatchObject({ isRecorded: true })
  expect(entriesBeside(file)).toEqual(['backup.zip'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const { manifest, secrets } = await open(file)
  expect(manifest).toMatchObject({ version: programVersion, kind: 'sqlite', madeAt: now.toISOString() })
  expect(manifest.counts).toMatchObject({ response: 40, figure: 53, clock: 1 })
  expect(manifest.counts).not.toHaveProperty('withdrawal')
  expect(secrets).toEqual(Object.fromEntries(secretNames.map((name) => [name, readSecret(settings, name)])))
  expect(readLastBackup(settings)).toEqual(now)
  expect(statSync(path.join(settings.dataDir, 'last-backup.json')).mode & 0o777).toBe(0o600)
  const entries = await database.run(async (client) => client.auditEntry.findMany())
  expect(entries).toMatchObject([{ actor: 'system', action: 'backupMade', outcome: 'succeeded' }])
})

test('it is made whatever is wrong with the audit log, in which it is then not', async () => {
  const { settings, file } = await siteWith(3)
  await makeBackup(settings, file, usual)
  const changed = {
    ...settings,
    secrets: { ...settings.secrets, audit: 'another secret, long enough to be one' },
  }
  const second = path.join(path.dirname(file), 'second.zip')
  await expect(makeBackup(changed, second, usual)).resolves.toMatchObject({ isRecorded: false })
  expect((await open(second)).manifest.counts['response']).toBe(3)
})

test('without the secrets, none is in it', async () => {
  const { settings, file } = await siteWith(1)
  await makeBackup(settings, file, { ...usual, hasSecrets: false })
  expect((await open(file)).secrets).toEqual({})
  expect(readFileSync(file).includes('secrets/')).toBe(false)
})

test('a file that is there is replaced only where that is forced, and by a whole one', async () => {
  const { settings, file } = await siteWith(1)
  writeFileSync(file, 'precious')
  await expect(makeBackup(settings, file, usual)).rejects.toMatchObject({
    name: 'SettingError',
    message: `${file} is there already: give another name, or --force to replace it.`,
  })
  expect(readFileSync(file, 'utf8')).toBe('precious')
  await makeBackup(settings, file, { ...usual, isForced: true })
  expect((await open(file)).manifest.counts['response']).toBe(1)
})

test('of responses that were withdrawn nothing is in it, though the daily work has not rewritten the database yet', async () => {
  const { settings, database, file } = await siteWith(900)
  const leaving = new Set(Array.from({ length: 90 }, (_, place) => receiptHashOf(10 * place)))
  const everybody = await database.run(async (client) => client.response.findMany())
  const [withdrawn, left] = [true, false].map((isLeaving) =>
    everybody.filter(({ receiptHash }) => leaving.has(receiptHash ?? '') === isLeaving),
  )
  for (const receiptHash of leaving) await withdrawResponse(database, receiptHash, now)
  await makeBackup(settings, file, usual)
  await withWorkFolder(path.dirname(file), 'it was not opened.', async (folder) => {
    const bytes = readFileSync((await openBackup(file, folder)).database)
    const readable = (rows: typeof everybody = []) =>
      rows.filter(({ id, receiptHash }) => bytes.includes(id) || bytes.includes(receiptHash ?? ''))
    expect(readable(withdrawn)).toEqual([])
    expect(readable(left)).toHaveLength(810)
  })
})

// The copy of the database, the archive, and the archive unpacked again.
test.each(['database.db', 'backup.zip', 'unpacked-database.db'])(
  'kill -9 while %s is written leaves no file, and the next backup removes what was left',
  async (written) => {
    const { file, ...place } = await siteWith(1500)
    const folder = path.dirname(file)
    const isWritten = () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => name.endsWith(`/${written}`))
    const child = spawn(process.execPath, [...launched('scripts/backup'), file], {
      env: environmentWith(variablesOf(place)),
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    await vi.waitUntil(isWritten, { timeout: 60_000, interval: 1 })
    child.kill('SIGKILL')
    await ended
    // Its last step is a rename: a machine that is fast enough has the whole file.
    if (existsSync(file)) expect((await open(file)).manifest.counts['response']).toBe(1500)
    else expect(entriesBeside(file)).toEqual([expect.stringMatching(/^\.miroir-/)])
    await makeBackup(place.settings, file, { ...usual, isForced: true })
    expect(entriesBeside(file)).toEqual(['backup.zip'])
    expect((await open(file)).manifest.counts['response']).toBe(1500)
  },
)

describe('a full disk', () => {
  const disk = smallDisk(4)
  afterAll(() => disk?.remove())

  test.skipIf(disk === null)('is named, and nothing is left on it, nor noted', async () => {
    const { settings, database } = await siteWith(2500)
    const folder = disk?.folder ?? ''
    const file = path.join(folder, 'backup.zip')
    // The first runs out of room on the way, the second has none.
    for (const before of [() => undefined, () => disk?.fill()]) {
      before()
      await expect(makeBackup(settings, file, usual)).rejects.toMatchObject({
        name: 'SettingError',
        message: `The disk of ${folder} is full: no backup was made.`,
      })
      expect(readdirSync(folder).filter((name) => name !== 'filling')).toEqual([])
    }
    expect(readLastBackup(settings)).toBeNull()
    await expect(database.run(async (client) => client.auditEntry.count())).resolves.toBe(0)
  })
})

describe('a damaged backup', () => {
  async function refusal(file: string, changed: Uint8Array): Promise<string> {
    writeFileSync(file, changed)
    const error: unknown = await open(file).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'SettingError' })
    return error instanceof Error ? error.message : ''
  }

  test('is refused wherever a byte of it was changed, and wherever it was cut off', async () => {
    const { settings, file } = await siteWith(30)
    await makeBackup(settings, file, usual)
    const bytes = readFileSync(file)
    const step = Math.floor(bytes.length / 60)
    for (let at = 60; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      writeFileSync(file, changed)
      // Some bytes say nothing about what is in it: the time of an entry.
      const opened: unknown = await open(file).catch((error: unknown) => error)
      if (opened instanceof Error) expect(opened).toMatchObject({ name: 'SettingError' })
      else expect(opened).toMatchObject({ manifest: { counts: { response: 30 } } })
    }
    for (const share of [0, 0.1, 0.5, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(share * bytes.length))
      expect(await refusal(file, cut)).toMatch(/is no backup, or was cut off\.$/)
    }
  })

  test('is told from what is none', async () => {
    const { file } = await siteWith(1)
    expect(await refusal(file, Buffer.from('precious'))).toMatch(/is no backup, or was cut off\.$/)
    await expect(open(`${file}.none`)).rejects.toThrow(/backup\.zip\.none is not there\.$/)
  })
})

test('the scripts make a backup where the caller is, verify it, and say what is in it', async () => {
  const { settings, file, ...place } = await siteWith(12)
  const variables = { ...variablesOf({ settings, ...place }), INIT_CWD: path.dirname(file) }
  const run = async (script: string, ...parts: readonly string[]) =>
    runProjectScript(script, settings.databaseUrl, { variables, parts })
  await expect(run('scripts/backup', 'backup.zip')).resolves.toMatchObject({
    stdout: expect.stringMatching(
      /^Made .*backups\/backup\.zip, opened and checked: 12 responses, 0 editions, .* and the secrets\./,
    ),
    stderr: '',
  })
  await expect(run('scripts/backup-verify', 'backup.zip')).resolves.toMatchObject({
    stdout: expect.stringContaining(
      `backup.zip is whole: a backup of a SQLite site of this version (${programVersion}), made at `,
    ),
  })
  expect(entriesBeside(file)).toEqual(['backup.zip'])
  writeFileSync(file, readFileSync(file).subarray(0, 3000))
  await expect(run('scripts/backup-verify', 'backup.zip')).rejects.toMatchObject({ code: 1 })
})
