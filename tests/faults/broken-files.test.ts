import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sharedSecrets } from '../support/contributor'
import { startSite } from '../support/running-site'
import { smallDisk } from '../support/small-disk'
import { atEnd, contributors, fastSettings, openToContributions, storedReceipts } from './databases'

const settings = { ...sharedSecrets, ...fastSettings }

test('two starts on one empty folder make one site', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-faults-'))
  atEnd(() => rmSync(dataDir, { recursive: true, force: true }))
  const sites = await Promise.all([1, 2].map(async () => startSite({ MIROIR_DATA_DIR: dataDir })))
  for (const site of sites) atEnd(site.stop)
  for (const { url } of sites) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(readFileSync(path.join(dataDir, 'session-secret'), 'utf8')).toHaveLength(44)
})

test('a page of the database that is broken is an honest 503, and the rest of the site goes on', async () => {
  const site = await startSite(settings)
  atEnd(site.stop)
  await expect.poll(site.output, { timeout: 60_000 }).toContain('the audit log ends here')
  const file = path.join(site.dataDir, 'miroir.db')
  const [person] = await contributors(1)
  const form = (await person?.readForm(site.url)) ?? []
  const handle = openSync(file, 'r+')
  const noise = Buffer.alloc(8192, 0x5a)
  for (let place = 8192; place < statSync(file).size; place += 8192)
    writeSync(handle, noise, 0, noise.length, place)
  closeSync(handle)
  expect(await person?.contribute(site.url, form)).toBeNull()
  const statuses = await Promise.all(
    ['/livez', '/fr/aide', '/fr/questionnaire', '/fr/retrait'].map(
      async (each) => (await fetch(site.url + each)).status,
    ),
  )
  expect(statuses).toEqual([200, 200, 200, 200])
})

const disk = smallDisk(64)

test.skipIf(disk === null)(
  'a disk that is full is an honest 503, and answers are taken again once it is not',
  async () => {
    const folder = disk?.folder ?? ''
    atEnd(() => disk?.remove())
    const site = await startSite({ ...settings, MIROIR_DATA_DIR: path.join(folder, 'data') })
    atEnd(site.stop)
    await expect.poll(site.output, { timeout: 60_000 }).toContain('the audit log ends here')
    await openToContributions(`file:${folder}/data/miroir.db`)
    const [first, second] = await contributors(2)
    const form = (await first?.readForm(site.url)) ?? []
    expect(await first?.contribute(site.url, form)).toBe('/en/receipt')
    disk?.fill()
    expect(await second?.contribute(site.url, form)).toBeNull()
    expect((await fetch(`${site.url}/readyz`)).status).toBe(503)
    disk?.free()
    expect(await second?.contribute(site.url, form)).toBe('/en/receipt')
    const kept = [first, second].map((person) => person?.receiptHash ?? '')
    expect(await storedReceipts(`file:${folder}/data/miroir.db`)).toEqual(kept.toSorted())
  },
)
