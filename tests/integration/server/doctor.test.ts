import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { noteLastBackup } from '@/lib/backup/last-backup'
import { addDays } from '@/lib/counts/iso-week'
import { beginRun } from '@/lib/db/clock'
import { migrate } from '@/lib/db/migrations/runner'
import { emptyPlace, makeSite, variablesOf, type Place } from '../../support/site-place'
import { shiftedClock } from '../../support/shifted-clock'
import { openOtherProgram } from '../../support/test-database'
import { withNext } from '../db/migrations'
import { runProjectScript } from '../db/processes'

vi.setConfig({ testTimeout: 60_000 })

/** Asks the doctor. Returns its exit code and what it says of each thing. */
async function ask(place: Place, variables: Record<string, string> = {}) {
  const { code, stdout } = await runProjectScript('scripts/doctor/main', place.settings.databaseUrl, {
    variables: { ...variablesOf(place), ...variables },
  }).then(
    (printed) => ({ code: 0, ...printed }),
    (failed: { readonly code: number; readonly stdout: string }) => failed,
  )
  const lines = stdout.trimEnd().split('\n')
  const found = lines.map(
    (line) => /^(fine|warning|error) +(\S+(?: \S+)?)  +(.+)$/.exec(line) ?? expect.fail(line),
  )
  return { code, about: Object.fromEntries(found.map(([, state, about, says]) => [about, [state, says]])) }
}

async function siteAfterWork(): Promise<Place> {
  const place = emptyPlace()
  await makeSite(place, 20)
  await runProjectScript('tests/integration/db/do-daily-work.ts', place.settings.databaseUrl, {
    variables: variablesOf(place),
  })
  return place
}

test('of a site that is well all is fine, but for what nobody did yet', async () => {
  const place = await siteAfterWork()
  const { code, about } = await ask(place)
  expect(code).toBe(0)
  expect(about).toEqual({
    settings: ['fine', 'They can be read.'],
    'data folder': ['fine', `${place.settings.dataDir}, for its own user only.`],
    secrets: ['fine', '5 in files for their own user only, 0 set.'],
    database: ['fine', expect.stringMatching(/^SQLite, .*miroir\.db, up to date with \d+ migrations\.$/)],
    clock: ['fine', expect.stringContaining('the database knows nothing against it')],
    'daily work': ['fine', expect.stringMatching(/^It was last done at \d{4}-/)],
    'audit log': ['fine', expect.stringMatching(/^The audit log is whole: 2 entries/)],
    disk: ['fine', expect.stringMatching(/^\d+ MB are free on the disk of /)],
    backup: ['warning', 'None is known: make one: `npm run backup -- <file>`.'],
    server: [
      'warning',
      expect.stringMatching(
        /^No site of this data folder answers on this machine: start it with `MIROIR_DATA_DIR=/,
      ),
    ],
    proxy: ['warning', expect.stringContaining('Set MIROIR_URL')],
  })
})

test('without a site it says so, makes nothing, and ends with 1', async () => {
  const place = emptyPlace()
  const { code, about } = await ask(place)
  expect(code).toBe(1)
  expect(about).toMatchObject({
    'data folder': ['error', expect.stringContaining(`${place.settings.dataDir} is not there.`)],
    secrets: ['error', expect.stringContaining('There is no session secret')],
    database: ['error', expect.stringContaining('is not there')],
  })
  expect(about).not.toHaveProperty('clock')
  expect(readdirSync(place.folder)).toEqual([])
})

test('a bad setting is the first thing that it says', async () => {
  const { code, about } = await ask(emptyPlace(), { PORT: 'many' })
  expect([code, about]).toEqual([
    1,
    { settings: ['error', expect.stringContaining('PORT must be a whole number')] },
  ])
})

test('what is wrong is named with the next step', async () => {
  const place = await siteAfterWork()
  const { dataDir } = place.settings
  chmodSync(path.join(dataDir, 'audit-secret'), 0o644)
  noteLastBackup(place.settings, addDays(new Date(), -9))
  expect((await ask(place)).about).toMatchObject({
    secrets: [
      'warning',
      expect.stringContaining(`Other users of this machine may read ${path.join(dataDir, 'audit-secret')}`),
    ],
    backup: ['warning', expect.stringMatching(/9 days ago: make one/)],
  })

  chmodSync(path.join(dataDir, 'audit-secret'), 0o600)
  writeFileSync(path.join(dataDir, 'session-secret'), 'short')
  const other = await openOtherProgram(place.settings.databaseUrl)
  await other.execute('UPDATE audit_head SET "entryCount" = 1')
  await other.close()
  const broken = await ask(place)
  expect(broken.code).toBe(1)
  expect(broken.about).toMatchObject({
    secrets: ['error', expect.stringContaining('session-secret must hold the session secret')],
    'audit log': ['error', expect.stringContaining('not whole')],
  })
})

test('a clock that the database speaks against is named, and a daily work that is late', async () => {
  const place = await siteAfterWork()
  const ahead = await ask(place, shiftedClock(20))
  expect([ahead.code, ahead.about['clock']?.[0], ahead.about['daily work']?.[0]]).toEqual([
    0,
    'warning',
    'warning',
  ])
  expect(ahead.about['daily work']?.[1]).toMatch(/, 480 hours ago: start the site/)
  const behind = await ask(place, shiftedClock(-20))
  expect([behind.code, behind.about['clock']?.[0]]).toEqual([1, 'error'])
  // It has changed nothing: the clock of today is still believed.
  await expect(beginRun(place.database, new Date())).resolves.toMatchObject({ state: 'right' })
})

test('a database of another version is told apart from an empty one', async () => {
  const place = await siteAfterWork()
  await migrate(place.settings.databaseUrl, withNext('sqlite', 'CREATE TABLE next (id TEXT)'))
  expect(await ask(place)).toMatchObject({
    code: 1,
    about: { database: ['error', expect.stringMatching(/is of a newer version/)] },
  })
  await place.database.close()
  for (const end of ['', '-wal', '-shm'])
    rmSync(path.join(place.settings.dataDir, `miroir.db${end}`), { force: true })
  mkdirSync(place.settings.dataDir, { recursive: true })
  writeFileSync(path.join(place.settings.dataDir, 'miroir.db'), '')
  expect(await ask(place)).toMatchObject({
    code: 1,
    about: { database: ['error', expect.stringMatching(/is empty/)] },
  })
})
