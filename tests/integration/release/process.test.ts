import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { beginRelease, endRelease, findRelease, silenceMs } from '@/lib/db/releases'
import { seedFigures } from '@/lib/db/waves/seed'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { environmentWith, readSettings } from '@/lib/env'
import { ensureSecrets } from '@/lib/keys/secrets'
import { tellProgress } from '@/lib/release/progress'
import { careForReleases } from '@/server/release-care'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase } from '../db/databases'

const id = 'aaaaaaaa'

/** A site with so many responses, of which a release was asked for. */
async function withRequest(count: number) {
  const database = await freshDatabase()
  await seedFigures(database)
  await seedDemo(database, count, { seed: 'process', now: new Date(), force: false })
  const settings = readSettings({ DATABASE_URL: database.url, MIROIR_DATA_DIR: database.folder })
  ensureSecrets(settings)
  const request = {
    id,
    waveId: '2025-12',
    requestedBy: 'admin-1',
    smallestClass: 5,
    largestWithheldPercent: 20,
  }
  await beginRelease(database, request, new Date())
  return { database, settings }
}

/** The process that prepares a release, as the site starts it. */
function startProcess({ url, folder }: TestDatabase): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/prepare-release.ts', id], {
    env: environmentWith({ DATABASE_URL: url, MIROIR_DATA_DIR: folder }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

function filesIn({ folder }: TestDatabase): readonly string[] {
  const releases = path.join(folder, 'releases')
  return existsSync(releases) ? readdirSync(releases) : []
}

/** Waits until the preparation has put something down. */
async function untilUnderWay(database: TestDatabase): Promise<void> {
  await expect.poll(() => filesIn(database), { timeout: 20_000, interval: 10 }).toEqual([`${id}.part`])
}

async function auditOf(database: TestDatabase) {
  return database.run(async (client) =>
    client.auditEntry.findMany({
      select: { action: true, actor: true, subject: true, outcome: true, details: true },
    }),
  )
}

it('prepares the release, and records it in the audit log in the name of who asked', async () => {
  const { database } = await withRequest(200)
  const [code] = (await once(startProcess(database), 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(filesIn(database)).toEqual([`${id}.zip`])
  const release = await findRelease(database, id)
  expect(release).toMatchObject({ state: 'ready', isDemo: true, outdated: null })
  const { report } = JSON.parse(release?.result ?? '') as { report: { exported: number; withheld: number } }
  expect(await auditOf(database)).toEqual([
    {
      action: 'releaseMade',
      actor: 'admin-1',
      subject: id,
      outcome: 'succeeded',
      details: JSON.stringify({
        kind: 'microdata',
        recordsReleased: report.exported,
        recordsWithheld: report.withheld,
      }),
    },
  ])
})

it('records that a release was refused', async () => {
  const { database } = await withRequest(3)
  await once(startProcess(database), 'exit')
  await expect(findRelease(database, id)).resolves.toMatchObject({ state: 'refused', sizeBytes: null })
  expect(filesIn(database)).toEqual([])
  expect(await auditOf(database)).toMatchObject([{ action: 'releaseRefused', subject: id }])
})

it('ends when it is told to, and leaves no half file', async () => {
  const { database } = await withRequest(8000)
  const child = startProcess(database)
  const exit = once(child, 'exit')
  await untilUnderWay(database)
  child.kill('SIGTERM')
  await exit
  await expect(findRelease(database, id)).resolves.toMatchObject({ state: 'failed' })
  expect(filesIn(database)).toEqual([])
  const [entry] = await auditOf(database)
  expect(entry).toMatchObject({ action: 'releaseMade', outcome: 'failed', subject: id })
})

it('ends when it was cancelled, and leaves no half file', async () => {
  const { database } = await withRequest(8000)
  const exit = once(startProcess(database), 'exit')
  await untilUnderWay(database)
  await expect(endRelease(database, id, 'cancelled')).resolves.toBe(true)
  await exit
  await expect(findRelease(database, id)).resolves.toMatchObject({ state: 'cancelled' })
  expect(filesIn(database)).toEqual([])
  expect(await auditOf(database)).toEqual([])
})

it('killed in the middle, it is given up and its files are removed', async () => {
  const { database, settings } = await withRequest(8000)
  const child = startProcess(database)
  const exit = once(child, 'exit')
  await untilUnderWay(database)
  child.kill('SIGKILL')
  await exit
  expect(filesIn(database)).toEqual([`${id}.part`])
  await careForReleases(settings, new Date())
  expect(filesIn(database)).toEqual([`${id}.part`])
  await careForReleases(settings, new Date(Date.now() + 2 * silenceMs))
  await expect(findRelease(database, id)).resolves.toMatchObject({ state: 'failed' })
  expect(filesIn(database)).toEqual([])
})

it('keeps a bundle for a day, and only as long as nothing of it was deleted', async () => {
  const { database, settings } = await withRequest(200)
  await once(startProcess(database), 'exit')
  const day = 24 * 60 * 60 * 1000
  await careForReleases(settings, new Date(Date.now() + 0.9 * day))
  expect(filesIn(database)).toEqual([`${id}.zip`])
  const other = path.join(database.folder, 'releases', 'other.zip')
  writeFileSync(other, 'of no release')
  await careForReleases(settings, new Date())
  expect(filesIn(database)).toEqual([`${id}.zip`])
  await database.run(async (client) =>
    client.participation.updateMany({ data: { removalCount: { increment: 1 } } }),
  )
  await careForReleases(settings, new Date())
  expect(filesIn(database)).toEqual([])
})

it('removes a bundle that is older than a day', async () => {
  const { database, settings } = await withRequest(200)
  await once(startProcess(database), 'exit')
  expect(filesIn(database)).toEqual([`${id}.zip`])
  await careForReleases(settings, new Date(Date.now() + 25 * 60 * 60 * 1000))
  expect(filesIn(database)).toEqual([])
})

it('tells how far it is each second, and learns so that it is not wanted any more', async () => {
  const { database } = await withRequest(3)
  const stop = new AbortController()
  const aborted = once(stop.signal, 'abort')
  const progress = tellProgress(database, id, stop)
  onTestFinished(progress.end)
  progress.begin('reading', 4)
  progress.add(1)
  const told = async () => findRelease(database, id)
  await expect.poll(told).toMatchObject({ phase: 'reading', progressPermille: 250 })
  progress.add(9)
  await expect.poll(told).toMatchObject({ phase: 'reading', progressPermille: 1000 })
  await endRelease(database, id, 'cancelled')
  await aborted
})
