import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '@/lib/db/client'
import { takeSnapshot } from '@/lib/db/participant-snapshot'
import { createParticipantsReader } from '@/lib/db/participants'
import { keepResponse, withdrawResponse } from '@/lib/db/responses'
import { seedDemo } from '@/lib/db/seed-demo'
import { seedFigures } from '@/lib/db/seed'
import { createWeeklyReader, readParticipatedWaves } from '@/lib/db/weekly-participants'
import { mergeCounts } from '@/lib/participation/merge-counts'
import { freshDatabase } from './databases'

const waveId = '2025-12'
const friday = new Date('2026-11-20T08:00:00Z')
const monday = new Date('2026-11-23T08:00:00Z')
const tuesday = new Date('2026-11-24T08:00:00Z')
const hash = (number: number) => String(number).padStart(64, '0')

async function seededDatabase() {
  const database = await freshDatabase()
  await seedFigures(database)
  let contributed = 0
  const contribute = async (week: string, count: number) => {
    for (let one = 0; one < count; one += 1) {
      const response = { waveId, instrumentVersion: waveId, consentVersion: '2026-11', week }
      await keepResponse(database, { ...response, answers: {}, receiptHash: hash(contributed) })
      contributed += 1
    }
  }
  const read = createWeeklyReader(database)
  /** `W46-W47 25` for each block. */
  const blocks = async () =>
    (await read(waveId)).weekly?.blocks.map(
      ({ firstWeek, lastWeek, counts }) => `${firstWeek.slice(5)}-${lastWeek.slice(5)} ${counts.responses}`,
    ) ?? null
  return { database, contribute, read, blocks }
}

describe('the blocks of a snapshot', () => {
  it('are of 11 responses or more, and the snapshot when they are taken together', async () => {
    const { database, contribute, read, blocks } = await seededDatabase()
    await contribute('2026-W44', 5)
    await contribute('2026-W45', 8)
    await contribute('2026-W46', 11)
    await contribute('2026-W47', 3)
    await expect(takeSnapshot(database, waveId, friday)).resolves.toBe(true)
    expect(await blocks()).toEqual(['W44-W45 13', 'W46-W47 14'])
    const { contributedCount, weekly } = await read(waveId)
    expect(contributedCount).toBe(27)
    expect(weekly).toMatchObject({ takenOn: '2026-11-20', demoCount: 0 })
    const whole = await createParticipantsReader(database)(waveId)
    expect(weekly?.blocks.map(({ counts }) => counts).reduce(mergeCounts)).toEqual(whole?.counts)
  })

  it('are replaced with the snapshot, and not cut where they were not', async () => {
    const { database, contribute, blocks } = await seededDatabase()
    await contribute('2026-W46', 11)
    await contribute('2026-W47', 3)
    await takeSnapshot(database, waveId, friday)
    expect(await blocks()).toEqual(['W46-W47 14'])
    await contribute('2026-W47', 20)
    await contribute('2026-W48', 15)
    await takeSnapshot(database, waveId, tuesday)
    expect(await blocks()).toEqual(['W46-W47 34', 'W48-W48 15'])
  })

  it('stay as they were where no snapshot is taken', async () => {
    const { database, contribute, blocks } = await seededDatabase()
    await contribute('2026-W47', 20)
    await takeSnapshot(database, waveId, friday)
    await contribute('2026-W47', 10)
    await expect(takeSnapshot(database, waveId, monday)).resolves.toBe(false)
    expect(await blocks()).toEqual(['W47-W47 20'])
  })

  it('wait for a week that has begun with a few', async () => {
    const { database, contribute, blocks } = await seededDatabase()
    await contribute('2026-W47', 20)
    await takeSnapshot(database, waveId, friday)
    await contribute('2026-W47', 12)
    await contribute('2026-W48', 10)
    await expect(takeSnapshot(database, waveId, monday)).resolves.toBe(false)
    await contribute('2026-W48', 1)
    await expect(takeSnapshot(database, waveId, monday)).resolves.toBe(true)
    expect(await blocks()).toEqual(['W47-W47 32', 'W48-W48 11'])
  })

  it('go where all responses went', async () => {
    const { database, contribute, blocks } = await seededDatabase()
    await contribute('2026-W47', 20)
    await takeSnapshot(database, waveId, friday)
    for (let number = 0; number < 20; number += 1) await withdrawResponse(database, hash(number))
    await contribute('2026-W48', 31)
    await database.run(async (client) => client.response.deleteMany())
    await expect(takeSnapshot(database, waveId, tuesday)).resolves.toBe(true)
    expect(await blocks()).toEqual([])
  })

  it('are of one snapshot, of several that are taken at once', async () => {
    const { database, contribute, blocks } = await seededDatabase()
    await contribute('2026-W46', 20)
    await contribute('2026-W47', 20)
    const first = await Promise.all([1, 2, 3].map(async () => takeSnapshot(database, waveId, friday)))
    await contribute('2026-W48', 20)
    const second = await Promise.all([1, 2, 3].map(async () => takeSnapshot(database, waveId, tuesday)))
    for (const taken of [first, second]) expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await blocks()).toEqual(['W46-W46 20', 'W47-W47 20', 'W48-W48 20'])
  })

  it('are counted through another connection, which may be closed afterwards', async () => {
    const { database, contribute, blocks } = await seededDatabase()
    await contribute('2026-W47', 20)
    const reading = openDatabase(database.url, { dedicated: true })
    onTestFinished(reading.close)
    await expect(takeSnapshot(database, waveId, friday, reading)).resolves.toBe(true)
    await reading.close()
    expect(await blocks()).toEqual(['W47-W47 20'])
  })

  it('are none where the form of one is not known', async () => {
    const { database, contribute, read } = await seededDatabase()
    await contribute('2026-W46', 20)
    await contribute('2026-W47', 20)
    await takeSnapshot(database, waveId, friday)
    await database.run(async (client) =>
      client.snapshotBlock.updateMany({ where: { firstWeek: '2026-W47' }, data: { counts: '{}' } }),
    )
    expect(await read(waveId)).toEqual({ contributedCount: 40, weekly: null })
  })
})

describe('a reader of blocks', () => {
  it('keeps its copy as long as the snapshot is the same', async () => {
    const { database, contribute, read } = await seededDatabase()
    await contribute('2026-W47', 20)
    await takeSnapshot(database, waveId, friday)
    const { weekly } = await read(waveId)
    await contribute('2026-W48', 11)
    expect(await read(waveId)).toEqual({ contributedCount: 31, weekly })
    expect((await read(waveId)).weekly).toBe(weekly)
    await takeSnapshot(database, waveId, tuesday)
    expect((await read(waveId)).weekly).toMatchObject({ takenOn: '2026-11-24', blocks: [{}, {}] })
  })

  it('knows of nobody before anybody contributed, and of waves in which somebody did', async () => {
    const { database, contribute, read } = await seededDatabase()
    expect(await read(waveId)).toEqual({ contributedCount: 0, weekly: null })
    expect(await readParticipatedWaves(database)).toEqual([])
    await contribute('2026-W47', 1)
    expect(await read(waveId)).toEqual({ contributedCount: 1, weekly: null })
    expect(await readParticipatedWaves(database)).toEqual([waveId])
  })
})

describe('made-up responses', () => {
  it('are counted by week too, and others take their place with their blocks', async () => {
    const { database, read } = await seededDatabase()
    const options = { seed: 'a', now: monday, force: false }
    await seedDemo(database, 2000, options)
    const { weekly } = await read(waveId)
    expect(weekly?.demoCount).toBe(2000)
    expect(weekly?.blocks).toHaveLength(26)
    await seedDemo(database, 60, options)
    const fewer = (await read(waveId)).weekly
    expect(fewer?.blocks.length).toBeLessThan(6)
    expect(fewer?.blocks.reduce((sum, { counts }) => sum + counts.responses, 0)).toBe(60)
  })
})
