import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { makeCurrent } from '@/lib/db/waves/change-wave'
import { createFigureReader, maxAgeMs, readWaveFigures } from '@/lib/db/waves/figures'
import type { WaveFigures } from '@/lib/waves/published-figures'
import { figureDetails } from '@/lib/waves/figure-record'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import type { TestDatabase } from '@/tests/support/test-database'
import { newWave, newWaveId, owner, publish, store } from './changed-waves'
import { freshDatabase, missingDatabase, otherProgram } from './databases'

/** Nothing else was published of a figure of the project. */
const noDetails = figureDetails.parse({})

let database: TestDatabase
let now: number
let read: () => Promise<WaveFigures>

const usageOfAny = async () =>
  (await read()).figures.find(({ indicator }) => indicator === 'usage.any')?.sharePercent

async function editByHand(sql: string): Promise<void> {
  await (await otherProgram(database)).execute(sql)
}

beforeEach(async () => {
  database = await freshDatabase()
  await seedFigures(database)
  now = 1000
  const reader = createFigureReader(database, () => now)
  read = async () => reader('2025-12')
})

it('reads the wave, its sources and its figures', async () => {
  const { wave, sources, figures } = await read()
  expect(wave).toEqual({
    id: '2025-12',
    commissionedBy: 'MentalTech',
    conductedBy: 'Ifop',
    publishedOn: '2025-12-11',
    name: null,
    description: expect.objectContaining({ fr: expect.any(String) as string }) as object,
    sampleSize: null,
    fieldStart: null,
    fieldEnd: null,
    mode: null,
    lastDay: null,
  })
  expect(sources).toHaveLength(1)
  expect(figures).toHaveLength(53)
  expect(figures.find(({ indicator }) => indicator === 'useful.aiOrSocialNetworks')).toEqual({
    waveId: '2025-12',
    indicator: 'useful.aiOrSocialNetworks',
    population: 'intend_to_use_it',
    sharePercent: 25,
    qualifier: 'about',
    status: 'published',
    timeFrame: null,
    passage: 'trust',
    sourceId: sources[0]?.id,
    ...noDetails,
  })
})

it('does not read a wave again while its revision is the same', async () => {
  const first = await read()
  // Without the table, a second reading of all would fail.
  await editByHand('ALTER TABLE figure RENAME TO hidden')
  now += maxAgeMs - 1
  expect(await read()).toBe(first)
  now += 1
  await expect(read()).rejects.toMatchObject({ failure: 'outdated' })
})

it('sees changed files at once after they were seeded', async () => {
  expect(await usageOfAny()).toBe(48)
  const data = join(database.folder, 'data')
  const file = join(data, '2025-12', 'national-figures.csv')
  await cp('prisma/data', data, { recursive: true })
  await writeFile(file, (await readFile(file, 'utf8')).replace('mental health,48,', 'mental health,51,'))
  await seedFigures(database, data)
  expect(await usageOfAny()).toBe(51)
})

it('sees a change by hand within a minute, and at once where the revision was raised too', async () => {
  expect(await usageOfAny()).toBe(48)
  await editByHand(`UPDATE figure SET "sharePercent" = 47, status = 'disputed' WHERE indicator = 'usage.any'`)
  expect(await usageOfAny()).toBe(48)
  now += 60_000
  expect(await usageOfAny()).toBe(47)

  await editByHand(`UPDATE figure SET "sharePercent" = 46 WHERE indicator = 'usage.any'`)
  await editByHand('UPDATE wave SET "figuresRevision" = "figuresRevision" + 1')
  expect(await usageOfAny()).toBe(46)
})

it('reads the current wave where none is named, and which others there are', async () => {
  await store(database, await newWave(database))
  const reader = createFigureReader(database, () => now)
  const before = await reader(null)
  expect(before.wave.id).toBe('2025-12')
  expect(before.waves.map(({ id }) => id)).toEqual(['2025-12'])
  await publish(database, { waveId: newWaveId, figuresRevision: 0, reason: null })
  const after = await reader(null)
  expect(after.waves.map(({ id }) => id)).toEqual([newWaveId, '2025-12'])
  // The figures are those that were read before.
  expect(after.figures).toBe(before.figures)
  expect(await reader(null)).toBe(after)
  expect((await reader(newWaveId)).wave.id).toBe(newWaveId)
  await makeCurrent(database, { ...owner, waveId: newWaveId })
  expect((await reader(null)).wave.id).toBe(newWaveId)
})

describe('without figures', () => {
  it('a wave that is not there is outdated', async () => {
    const reader = createFigureReader(database, () => now)
    await expect(reader('1999-01')).rejects.toMatchObject({
      name: 'DatabaseError',
      failure: 'outdated',
      message: /1999-01/,
    })
  })

  it('a figure that the code does not know is unreadable, never left out', async () => {
    await editByHand(`UPDATE figure SET indicator = 'usage.telepathy' WHERE indicator = 'usage.any'`)
    await expect(read()).rejects.toMatchObject({ name: 'DatabaseError', failure: 'unreadable' })
  })

  it('a copy does not hide that the database is gone', async () => {
    await read()
    await database.vanish()
    await expect(read()).rejects.toMatchObject({ failure: 'missing' })
  })
})

it('reads the database that the settings name, as soon as it is there', async () => {
  const later = await missingDatabase()
  vi.stubEnv('DATABASE_URL', later.url)
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(readWaveFigures('2025-12')).rejects.toMatchObject({ failure: 'missing' })
  await later.makeRoom()
  await migrate(later.url)
  await expect(readWaveFigures('2025-12')).rejects.toMatchObject({ failure: 'outdated' })
  await seedFigures(later)
  await expect(readWaveFigures('2025-12')).resolves.toMatchObject({ wave: { id: '2025-12' } })
})
