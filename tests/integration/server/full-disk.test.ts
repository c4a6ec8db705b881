import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { storeResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { readSettings } from '@/lib/env'
import { readSecret, secretNames } from '@/lib/keys/secrets'
import { kindOfError } from '@/lib/log'
import { lookAtDisk } from '@/scripts/doctor/look-at-files'
import { createReadiness } from '@/server/health/readiness'
import { startSite, startSiteThatFails } from '../../support/running-site'
import { smallDisk } from '../../support/small-disk'

const disk = smallDisk(8)
afterAll(() => disk?.remove())

test.skipIf(disk === null)(
  'a first start on a full disk says so and leaves no secret; a later one makes each',
  async () => {
    const { folder = '', fill, free } = disk ?? {}
    const dataDir = path.join(folder, 'start')
    fill?.()
    const { exitCode, output } = await startSiteThatFails({ PORT: '0', MIROIR_DATA_DIR: dataDir })
    expect([exitCode, output]).toEqual([
      1,
      `The folder ${dataDir} is on a disk that is full: the site keeps its data there.\n`,
    ])
    expect(readdirSync(folder).filter((name) => name !== 'filling' && name !== 'start')).toEqual([])

    free?.()
    const site = await startSite({ MIROIR_DATA_DIR: dataDir })
    await site.stop()
    const settings = readSettings({ MIROIR_DATA_DIR: dataDir })
    for (const name of secretNames) expect(readSecret(settings, name)).toHaveLength(43)
  },
  120_000,
)

test.skipIf(disk === null)(
  'a response that finds the disk full is refused for that, and the next one kept',
  async () => {
    const { folder = '', fill, free } = disk ?? {}
    const url = `file:${path.join(folder, 'full.db')}`
    await migrate(url)
    const database = openDatabase(url)
    await seedFigures(database)
    const keep = async (receiptHash: string) =>
      storeResponse(database, {
        waveId: '2025-12',
        instrumentVersion: '2025-12',
        consentVersion: '2026-11',
        week: '2026-W48',
        answers: {},
        receiptHash: receiptHash.padStart(64, '0'),
      })
    fill?.()
    const error: unknown = await keep('1').catch((thrown: unknown) => thrown)
    expect(kindOfError(error)).toEqual({ error: 'DatabaseError', kind: 'full', code: 'SQLITE_FULL' })
    free?.()
    await keep('2')
    expect(await database.run(async (client) => client.response.count())).toBe(1)
    await database.close()
  },
)

test.skipIf(disk === null)(
  'a site whose database is on a disk with little room is not ready, and says which disk',
  async () => {
    const { folder = '' } = disk ?? {}
    const settings = readSettings({
      MIROIR_DATA_DIR: tmpdir(),
      DATABASE_URL: `file:${path.join(folder, 'database.db')}`,
    })
    await expect(createReadiness(settings, () => true)()).resolves.toMatchObject({
      process: true,
      disk: false,
    })
    await expect(lookAtDisk(settings)).resolves.toMatchObject({
      state: 'error',
      says: expect.stringContaining(`are free on the disk of ${folder}: free some space at once`),
    })
  },
)

test('a data folder that nobody needed yet is on the disk where it would be made', async () => {
  const dataDir = path.join(tmpdir(), 'not', 'there')
  const settings = readSettings({
    MIROIR_DATA_DIR: dataDir,
    DATABASE_URL: 'postgresql://nobody@localhost:1/none',
  })
  await expect(createReadiness(settings, () => true)()).resolves.toMatchObject({
    database: false,
    disk: true,
  })
  expect((await lookAtDisk(settings)).says).toContain(`on the disk of ${tmpdir()}`)
})
