import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { purge } from '@/lib/db/purge'
import {
  beginRelease,
  endRelease,
  failSilent,
  findRelease,
  keepDelivery,
  keepProgress,
  listDelivered,
  listReleases,
  silenceMs,
} from '@/lib/db/releases'
import { keepResponse, withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/seed'
import { freshDatabase } from './databases'

const now = new Date('2026-11-24T08:00:00Z')
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const waveId = '2025-12'

const asked = (id: string) => ({
  id,
  waveId,
  requestedBy: 'admin-1',
  smallestClass: 5,
  largestWithheldPercent: 5,
})

const ready = { result: '{}', sizeBytes: 1000 }

async function withFigures() {
  const database = await freshDatabase()
  await seedFigures(database)
  return database
}

/** A response that can be withdrawn, and has to be deleted after this week's time. */
async function contribute(database: Awaited<ReturnType<typeof withFigures>>, week: string): Promise<string> {
  const receiptHash = randomUUID().replaceAll('-', '').padEnd(64, '0')
  await keepResponse(database, {
    waveId,
    instrumentVersion: '2025-12',
    consentVersion: '2026-11',
    answers: { ageBand: 'from35' },
    week,
    receiptHash,
  })
  return receiptHash
}

describe('preparing', () => {
  it('is for one at a time, also where several begin at once', async () => {
    const database = await withFigures()
    const begun = await Promise.all(
      ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].map(async (id) => beginRelease(database, asked(id), now)),
    )
    expect(begun.filter(Boolean)).toHaveLength(1)
    expect(await listReleases(database, waveId, 10)).toHaveLength(1)
  })

  it('makes room for the next one when it ends', async () => {
    const database = await withFigures()
    for (const end of ['ready', 'refused', 'cancelled', 'failed'] as const) {
      const id = end.padEnd(8, '-').slice(0, 8)
      await expect(beginRelease(database, asked(id), now)).resolves.toBe(true)
      await keepProgress(database, id, { cutOffWeek: '2026-W47', isDemo: false, removalCount: 0 }, now)
      await expect(endRelease(database, id, end, ready)).resolves.toBe(true)
      await expect(findRelease(database, id)).resolves.toMatchObject({ state: end })
    }
  })

  it('goes on as long as it gives signs of life', async () => {
    const database = await withFigures()
    await beginRelease(database, asked('aaaaaaaa'), now)
    await expect(
      keepProgress(database, 'aaaaaaaa', { phase: 'reading', progressPermille: 250 }, later(silenceMs)),
    ).resolves.toBe(true)
    await expect(failSilent(database, later(2 * silenceMs))).resolves.toEqual([])
    await expect(beginRelease(database, asked('bbbbbbbb'), later(2 * silenceMs))).resolves.toBe(false)
    expect(await findRelease(database, 'aaaaaaaa')).toMatchObject({
      state: 'preparing',
      phase: 'reading',
      progressPermille: 250,
    })
  })

  it('is given up when it is silent, and makes room', async () => {
    const database = await withFigures()
    await beginRelease(database, asked('aaaaaaaa'), now)
    await expect(beginRelease(database, asked('bbbbbbbb'), later(silenceMs + 1))).resolves.toBe(true)
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({ state: 'failed' })
    await expect(keepProgress(database, 'aaaaaaaa', {}, later(silenceMs + 2))).resolves.toBe(false)
  })

  it('that was cancelled is told so, and cannot end otherwise', async () => {
    const database = await withFigures()
    await beginRelease(database, asked('aaaaaaaa'), now)
    await expect(endRelease(database, 'aaaaaaaa', 'cancelled')).resolves.toBe(true)
    await expect(keepProgress(database, 'aaaaaaaa', {}, now)).resolves.toBe(false)
    await expect(endRelease(database, 'aaaaaaaa', 'ready', ready)).resolves.toBe(false)
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({ state: 'cancelled' })
  })
})

describe('a file', () => {
  it('is outdated as soon as a response was withdrawn or kept for long enough', async () => {
    const database = await withFigures()
    const receipt = await contribute(database, '2026-W40')
    await contribute(database, '2024-W40')
    const isOutdated = async () => (await findRelease(database, 'aaaaaaaa'))?.isOutdated
    const read = async (removalCount: number) => {
      await beginRelease(database, asked('aaaaaaaa'), now)
      await keepProgress(database, 'aaaaaaaa', { removalCount }, now)
    }

    await read(0)
    expect(await isOutdated()).toBe(false)
    await withdrawResponse(database, receipt)
    expect(await isOutdated()).toBe(true)
    await keepProgress(database, 'aaaaaaaa', { removalCount: 1 }, now)
    expect(await isOutdated()).toBe(false)
    await purge(database, now, { receiptDays: 30, responseMonths: 24 })
    expect(await isOutdated()).toBe(true)
  })

  it('stays up to date when others contribute, withdraw nothing, and nothing is too old', async () => {
    const database = await withFigures()
    await beginRelease(database, asked('aaaaaaaa'), now)
    await keepProgress(database, 'aaaaaaaa', { removalCount: 0 }, now)
    await contribute(database, '2026-W47')
    await withdrawResponse(database, 'f'.repeat(64))
    await purge(database, now, { receiptDays: 30, responseMonths: 24 })
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({ isOutdated: false })
  })

  it('was first delivered once', async () => {
    const database = await withFigures()
    await beginRelease(database, asked('aaaaaaaa'), now)
    await keepProgress(database, 'aaaaaaaa', { cutOffWeek: '2026-W47', isDemo: true, removalCount: 0 }, now)
    await endRelease(database, 'aaaaaaaa', 'ready', ready)
    expect(await listDelivered(database, waveId, true)).toEqual([])
    await keepDelivery(database, 'aaaaaaaa', later(1000))
    await keepDelivery(database, 'aaaaaaaa', later(2000))
    expect(await listDelivered(database, waveId, false)).toEqual([])
    expect(await listDelivered(database, waveId, true)).toMatchObject([
      { id: 'aaaaaaaa', deliveredAt: later(1000), progressPermille: 1000 },
    ])
  })
})

it('lists the latest first, and no more than asked for', async () => {
  const database = await withFigures()
  for (const [place, id] of ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].entries()) {
    await beginRelease(database, asked(id), later(place))
    await endRelease(database, id, 'cancelled')
  }
  const listed = await listReleases(database, waveId, 2)
  expect(listed.map(({ id }) => id)).toEqual(['cccccccc', 'bbbbbbbb'])
})

it('that there is none is said', async () => {
  const database = await withFigures()
  await expect(findRelease(database, 'aaaaaaaa')).resolves.toBeNull()
  await expect(endRelease(database, 'aaaaaaaa', 'cancelled')).resolves.toBe(false)
})
