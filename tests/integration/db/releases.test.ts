import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { purge } from '@/lib/db/purge'
import { keepDelivery, listDelivered, readParticipation } from '@/lib/db/release-delivery'
import {
  beginRelease,
  endRelease,
  failSilent,
  findRelease,
  keepProgress,
  listReleases,
  silenceMs,
} from '@/lib/db/releases'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { keepResponse, withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
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

const read = { removalCount: 0, deliveryCount: 0 }
const ready = { result: '{}', plan: '{}', sizeBytes: 1000 }

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
      await keepProgress(database, id, { ...read, cutOffWeek: '2026-W47', isDemo: false }, now)
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

const deliveredOf = async (database: Awaited<ReturnType<typeof withFigures>>, isDemo: boolean) =>
  readConsistently(database, async (transaction) => listDelivered(transaction, waveId, isDemo))

/** A release that is ready, of the responses as they are now. */
async function prepare(database: Awaited<ReturnType<typeof withFigures>>, id: string, isDemo = true) {
  await beginRelease(database, asked(id), now)
  const counts = await readConsistently(database, async (transaction) =>
    readParticipation(transaction, waveId),
  )
  await keepProgress(database, id, { ...counts, cutOffWeek: '2026-W47', isDemo }, now)
  await expect(endRelease(database, id, 'ready', ready)).resolves.toBe(true)
}

describe('a file', () => {
  it('is outdated as soon as a response was withdrawn or kept for long enough, delivered or not', async () => {
    const database = await withFigures()
    const receipt = await contribute(database, '2026-W40')
    await contribute(database, '2024-W40')
    const outdated = async (id: string) => (await findRelease(database, id))?.outdated

    await prepare(database, 'aaaaaaaa')
    expect(await outdated('aaaaaaaa')).toBeNull()
    await withdrawResponse(database, receipt)
    expect(await outdated('aaaaaaaa')).toBe('responsesRemoved')
    await expect(keepDelivery(database, 'aaaaaaaa', now)).resolves.toBe(false)
    await prepare(database, 'bbbbbbbb')
    await expect(keepDelivery(database, 'bbbbbbbb', now)).resolves.toBe(true)
    expect(await outdated('bbbbbbbb')).toBeNull()
    await purge(database, now, { receiptDays: 30, responseMonths: 24 })
    expect(await outdated('bbbbbbbb')).toBe('responsesRemoved')
    await expect(keepDelivery(database, 'bbbbbbbb', now)).resolves.toBe(false)
  })

  it('stays up to date when others contribute, withdraw nothing, and nothing is too old', async () => {
    const database = await withFigures()
    await prepare(database, 'aaaaaaaa')
    await contribute(database, '2026-W47')
    await withdrawResponse(database, 'f'.repeat(64))
    await purge(database, now, { receiptDays: 30, responseMonths: 24 })
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({ outdated: null })
  })

  it('was first delivered once, and can be delivered again', async () => {
    const database = await withFigures()
    await prepare(database, 'aaaaaaaa')
    expect(await deliveredOf(database, true)).toEqual([])
    await expect(keepDelivery(database, 'aaaaaaaa', later(1000))).resolves.toBe(true)
    await expect(keepDelivery(database, 'aaaaaaaa', later(2000))).resolves.toBe(true)
    expect(await deliveredOf(database, false)).toEqual([])
    expect(await deliveredOf(database, true)).toMatchObject([{ id: 'aaaaaaaa', plan: '{}' }])
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({
      deliveredAt: later(1000),
      progressPermille: 1000,
    })
  })

  it('that does not know of a delivered one is not delivered, also at the same time', async () => {
    const database = await withFigures()
    const ids = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc']
    for (const id of ids) await prepare(database, id)
    const delivered = await Promise.all(ids.map(async (id) => keepDelivery(database, id, now)))
    expect(delivered.filter(Boolean)).toHaveLength(1)
    const outdated = await Promise.all(ids.map(async (id) => (await findRelease(database, id))?.outdated))
    expect(outdated).toEqual(delivered.map((was) => (was ? null : 'anotherDelivered')))

    await prepare(database, 'dddddddd')
    const again = ['dddddddd', 'dddddddd'].map(async (id) => keepDelivery(database, id, now))
    expect(await Promise.all(again)).toEqual([true, true])
    const first = ids[delivered.indexOf(true)]
    expect((await deliveredOf(database, true)).map(({ id }) => id)).toEqual([first, 'dddddddd'])
  })

  it('is delivered only where it is ready', async () => {
    const database = await withFigures()
    await beginRelease(database, asked('aaaaaaaa'), now)
    await expect(keepDelivery(database, 'aaaaaaaa', now)).resolves.toBe(false)
    await expect(keepDelivery(database, 'bbbbbbbb', now)).resolves.toBe(false)
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
