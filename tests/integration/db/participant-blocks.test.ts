import { describe, expect, it } from 'vitest'
import { createBlocksReader } from '@/lib/db/participant-blocks'
import { takeSnapshot } from '@/lib/db/participant-snapshot'
import { createParticipantsReader } from '@/lib/db/participants'
import { keepResponse, withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { mergeCounts } from '@/lib/participation/merge-counts'
import { freshDatabase } from './databases'

const waveId = '2025-12'
const day = (number: number) => new Date(`2026-11-${number}T08:00:00Z`)

async function seededDatabase() {
  const database = await freshDatabase()
  await seedFigures(database)
  let contributed = 0
  const contribute = async (week: string, people: number) => {
    for (let one = 0; one < people; one += 1) {
      const response = { waveId, instrumentVersion: waveId, consentVersion: '2026-11', week }
      const receiptHash = String(contributed).padStart(64, '0')
      await keepResponse(database, { ...response, answers: { ageBand: 'under35' }, receiptHash })
      contributed += 1
    }
  }
  const read = createBlocksReader(database)
  const written = async () => {
    const weeks = await read(waveId)
    return weeks?.blocks.map(
      ({ firstWeek, lastWeek, counts }) => `${firstWeek}..${lastWeek}: ${counts.responses}`,
    )
  }
  return { database, contribute, read, written }
}

describe('blocks of weeks', () => {
  it('are counted with the snapshot, and are together what it counted', async () => {
    const { database, contribute, read, written } = await seededDatabase()
    expect(await read(waveId)).toBeNull()
    await contribute('2026-W45', 12)
    await contribute('2026-W46', 6)
    await contribute('2026-W47', 8)
    await contribute('2026-W48', 2)
    await takeSnapshot(database, waveId, day(23))
    expect(await written()).toEqual(['2026-W45..2026-W45: 12', '2026-W46..2026-W48: 16'])
    const counted = await read(waveId)
    expect(counted).toMatchObject({ takenOn: '2026-11-23', hasDemo: false })
    const whole = await createParticipantsReader(database)(waveId)
    expect(counted?.blocks.map(({ counts }) => counts).reduce(mergeCounts)).toEqual(whole?.counts)
  })

  it('are those of the latest snapshot, and stay cut where they were', async () => {
    const { database, contribute, written } = await seededDatabase()
    await contribute('2026-W46', 6)
    await contribute('2026-W47', 8)
    await takeSnapshot(database, waveId, day(23))
    expect(await written()).toEqual(['2026-W46..2026-W47: 14'])
    await contribute('2026-W46', 9)
    await contribute('2026-W48', 11)
    expect(await written()).toEqual(['2026-W46..2026-W47: 14'])
    await takeSnapshot(database, waveId, day(24))
    expect(await written()).toEqual(['2026-W46..2026-W47: 23', '2026-W48..2026-W48: 11'])
  })

  it('are merged where too many were withdrawn', async () => {
    const { database, contribute, written } = await seededDatabase()
    await contribute('2026-W46', 11)
    await contribute('2026-W47', 11)
    await takeSnapshot(database, waveId, day(23))
    await withdrawResponse(database, '0'.repeat(64))
    await contribute('2026-W48', 12)
    await takeSnapshot(database, waveId, day(24))
    expect(await written()).toEqual(['2026-W46..2026-W47: 21', '2026-W48..2026-W48: 12'])
  })

  it('say that responses are made up', async () => {
    const { database, read } = await seededDatabase()
    await seedDemo(database, 300, { seed: 'blocks', now: day(23), force: false })
    const counted = await read(waveId)
    expect(counted?.hasDemo).toBe(true)
    expect(counted?.blocks.reduce((sum, { counts }) => sum + counts.responses, 0)).toBe(300)
    expect(counted?.blocks.every(({ counts }) => counts.responses >= 11)).toBe(true)
    await seedDemo(database, 200, { seed: 'others', now: day(23), force: false })
    expect((await read(waveId))?.blocks.reduce((sum, { counts }) => sum + counts.responses, 0)).toBe(200)
  })

  it('in a form that is not known are none', async () => {
    const { database, contribute, read } = await seededDatabase()
    await contribute('2026-W46', 12)
    await takeSnapshot(database, waveId, day(23))
    await database.run(async (client) => client.snapshotBlock.updateMany({ data: { counts: '{}' } }))
    expect(await read(waveId)).toBeNull()
  })
})
