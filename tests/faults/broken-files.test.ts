import { closeSync, cpSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildFolder } from '@/server/build'
import { sharedSecrets, type ContributionForm, type Contributor } from '../support/contributor'
import { copyProject } from '../support/project-copy'
import { startSite, startSiteThatFails } from '../support/running-site'
import { smallDisk } from '../support/small-disk'
import {
  atEnd,
  contributors,
  fastSettings,
  openToContributions,
  receiptsOf,
  storedReceipts,
  temporaryFolder,
} from './scenes'

const settings = { ...sharedSecrets, ...fastSettings }

test('two starts on one empty folder make one site', async () => {
  const dataDir = temporaryFolder()
  const sites = await Promise.all([1, 2].map(async () => startSite({ MIROIR_DATA_DIR: dataDir })))
  for (const site of sites) atEnd(site.stop)
  for (const { url } of sites) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(readFileSync(path.join(dataDir, 'session-secret'), 'utf8')).toHaveLength(44)
})

/** The status of a contribution, and when to come again. */
async function sent(person: Contributor, url: string, form: ContributionForm) {
  const reply = await person.send(url, form)
  await reply.arrayBuffer()
  return [reply.status, reply.headers.get('retry-after')]
}

const honest = [503, '30']
const stored = [303, null]

const statusesOf = async (url: string, ...paths: readonly string[]) =>
  Promise.all(paths.map(async (each) => (await fetch(url + each)).status))

test('a page of the database that is broken is an honest 503, and the rest of the site goes on', async () => {
  const site = await startSite(settings)
  atEnd(site.stop)
  await expect.poll(site.output, { timeout: 60_000 }).toContain('the audit log ends here')
  const file = path.join(site.dataDir, 'miroir.db')
  const [person] = await contributors(1)
  const form = await person.readForm(site.url)
  const handle = openSync(file, 'r+')
  const noise = Buffer.alloc(8192, 0x5a)
  for (let place = 8192; place < statSync(file).size; place += 8192)
    writeSync(handle, noise, 0, noise.length, place)
  closeSync(handle)
  expect(await sent(person, site.url, form)).toEqual(honest)
  expect(
    await statusesOf(site.url, '/livez', '/readyz', '/fr/aide', '/fr/questionnaire', '/fr/retrait'),
  ).toEqual([200, 503, 200, 200, 200])
})

test('a site whose build is taken away says so, and keeps answering what it has in memory', async () => {
  const folder = path.join(temporaryFolder(), 'miroir')
  copyProject(folder)
  cpSync(buildFolder(process.cwd()), path.join(folder, path.basename(buildFolder(process.cwd()))), {
    recursive: true,
  })
  const site = await startSite(settings, { project: folder })
  atEnd(site.stop)
  expect(await statusesOf(site.url, '/readyz', '/fr/aide')).toEqual([200, 200])
  rmSync(buildFolder(folder), { recursive: true })
  await expect.poll(async () => statusesOf(site.url, '/readyz', '/livez')).toEqual([503, 200])
  expect(await statusesOf(site.url, '/fr/aide', '/fr/participer', '/en/withdraw', '/fr/admin')).toEqual([
    200, 503, 503, 503,
  ])
})

const disk = smallDisk(128)

describe.skipIf(disk === null)('on a disk of its own', () => {
  const folder = disk?.folder ?? ''
  afterAll(() => disk?.remove())

  const start = async () => {
    const site = await startSite({ ...settings, MIROIR_DATA_DIR: path.join(folder, 'data') })
    atEnd(site.stop)
    await expect.poll(site.output, { timeout: 60_000 }).toContain('the audit log ends here')
    return site
  }

  test('that is full, a contribution is an honest 503, and taken once there is room', async () => {
    const site = await start()
    await openToContributions(`file:${folder}/data/miroir.db`)
    const [first, second] = await contributors(2)
    const form = await first.readForm(site.url)
    expect(await sent(first, site.url, form)).toEqual(stored)
    disk?.fill()
    expect(await sent(second, site.url, form)).toEqual(honest)
    expect(await statusesOf(site.url, '/readyz', '/fr/aide')).toEqual([503, 200])
    disk?.free()
    expect(await sent(second, site.url, form)).toEqual(stored)
    expect(await storedReceipts(`file:${folder}/data/miroir.db`)).toEqual(receiptsOf([first, second]))
    await site.stop()
  })

  test('that can only be read, a start says so in a sentence, and nothing is lost', async () => {
    const before = await storedReceipts(`file:${folder}/data/miroir.db`)
    disk?.remount('ro')
    const { exitCode, output } = await startSiteThatFails({
      ...settings,
      MIROIR_DATA_DIR: path.join(folder, 'data'),
    })
    disk?.remount('rw')
    expect(exitCode).toBe(1)
    expect(output).toBe(
      `The database ${folder}/data/miroir.db cannot be read as a SQLite database: check the file, its disk and its permissions.\n`,
    )
    await start()
    expect(await storedReceipts(`file:${folder}/data/miroir.db`)).toEqual(before)
  })
})
