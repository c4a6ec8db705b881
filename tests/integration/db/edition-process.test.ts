import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { projectWaveId } from '@/tests/support/project-wave'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import { editionFileSize } from '@/lib/editions/edition-files'
import { environmentWith, readSettings } from '@/lib/env'
import { careForEditionFiles } from '@/server/edition-care'
import { sharedSecrets } from '@/tests/support/contributor'
import { editionSite, madeUpAnswers, storePeople } from '@/tests/support/edition-site'
import { smallDisk } from '@/tests/support/small-disk'
import { freshDatabase } from './databases'
import { launched } from '@/tests/support/launched'
import { runProjectScript, runScriptAtOnce } from './processes'

vi.setConfig({ testTimeout: 120_000 })

const program = 'server/make-editions'

async function siteWithPeople(count: number) {
  const database = await freshDatabase()
  const site = await editionSite(database)
  await storePeople(site.database, madeUpAnswers(count), { week: isoWeekOf(addDays(new Date(), -14)) })
  const variables = { ...sharedSecrets, MIROIR_DATA_DIR: site.dataDir }
  return {
    url: database.url,
    variables,
    folder: join(site.dataDir, 'editions'),
    settings: readSettings({ DATABASE_URL: database.url, MIROIR_DATA_DIR: site.dataDir }),
    stored: async () =>
      site.database.run(async (client) => ({
        editions: await client.edition.count(),
        entered: await client.response.count({ where: { hasEntered: true } }),
        recorded: await client.auditEntry.count({ where: { action: 'editionMade' } }),
      })),
  }
}

it('an edition is made once by processes that make it at the same time', async () => {
  const { url, variables, folder, stored } = await siteWithPeople(400)
  await runScriptAtOnce(3, program, url, { variables })
  expect(await stored()).toMatchObject({ editions: 1, recorded: 1 })
  expect(readdirSync(folder)).toEqual([`${projectWaveId}-1.zip`])
})

it('a process that is killed on the way leaves one edition or none, and the next one makes it', async () => {
  const { url, variables, folder, settings, stored } = await siteWithPeople(2000)
  const child = spawn(process.execPath, launched(program), {
    env: environmentWith({ DATABASE_URL: url, ...variables }),
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // As soon as something is written on the way.
  await vi.waitUntil(() => existsSync(folder) && readdirSync(folder).length > 0, {
    timeout: 60_000,
    interval: 5,
  })
  child.kill('SIGKILL')
  await ended
  const { editions, entered, recorded } = await stored()
  expect([editions, recorded]).toEqual(entered > 0 ? [1, 1] : [0, 0])

  await runScriptAtOnce(1, program, url, { variables })
  expect(await stored()).toMatchObject({ editions: 1, recorded: 1 })
  await expect(careForEditionFiles(settings)).resolves.toBe(true)
  expect(readdirSync(folder)).toEqual([`${projectWaveId}-1.zip`])
  expect(editionFileSize(settings, { waveId: projectWaveId, id: '1' })).toBeGreaterThan(1000)
})

const disk = smallDisk(16)
afterAll(() => disk?.remove())

it.skipIf(disk === null)(
  'a disk that is full leaves no half file and no edition without one, is named, and the next process makes it',
  async () => {
    const { url, variables, stored } = await siteWithPeople(400)
    const dataDir = disk?.folder ?? ''
    const folder = join(dataDir, 'editions')
    const make = async () =>
      runProjectScript(program, url, { variables: { ...variables, MIROIR_DATA_DIR: dataDir } })
    disk?.fill()
    await expect(make()).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('ENOSPC') })
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
    expect(await stored()).toMatchObject({ editions: 0, entered: 0, recorded: 0 })
    disk?.free()
    await make()
    expect(await stored()).toMatchObject({ editions: 1, recorded: 1 })
    expect(readdirSync(folder)).toEqual([`${projectWaveId}-1.zip`])
  },
)
