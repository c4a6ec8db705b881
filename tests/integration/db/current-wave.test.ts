import { describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/engine/client'
import { readParticipation } from '@/lib/db/participation'
import { makeCurrent } from '@/lib/db/waves/change-wave'
import { readCurrentWave } from '@/lib/db/waves/current-wave'
import { seedFigures } from '@/lib/db/waves/seed'
import { projectWaveId } from '@/tests/support/project-wave'
import type { TestDatabase } from '@/tests/support/test-database'
import { newWave, newWaveId, owner, publish, recorded, seeded, store } from './changed-waves'
import { otherProgram } from './databases'

describe('the current wave', () => {
  async function withTwo(): Promise<TestDatabase> {
    const database = await seeded()
    await store(database, await newWave(database))
    await publish(database, { waveId: newWaveId, figuresRevision: 0, reason: null })
    return database
  }
  const lastDay = async (database: Database, waveId: string) =>
    (await database.run(async (client) => readParticipation(client, waveId))).lastDay

  it('is another one at once; nobody contributes to the one before after that day', async () => {
    const database = await withTwo()
    await expect(makeCurrent(database, { ...owner, waveId: newWaveId })).resolves.toBe(true)
    await expect(readCurrentWave(database)).resolves.toEqual({ id: newWaveId, figuresRevision: 1 })
    expect(await lastDay(database, projectWaveId)).toBe('2026-11-26')
    expect(await lastDay(database, newWaveId)).toBeNull()
    expect((await recorded(database)).at(-1)).toEqual(['owner-1', 'waveMadeCurrent', newWaveId, {}])
    await seedFigures(database)
    await expect(readCurrentWave(database)).resolves.toMatchObject({ id: newWaveId })
  })

  it('ends contributions that have not begun', async () => {
    const database = await withTwo()
    await database.run(async (client) =>
      client.participation.update({
        where: { waveId: projectWaveId },
        data: { firstDay: '2099-01-01', lastDay: '2099-12-31' },
      }),
    )
    await expect(makeCurrent(database, { ...owner, waveId: newWaveId })).resolves.toBe(true)
    const ended = await database.run(async (client) => readParticipation(client, projectWaveId))
    expect(ended).toMatchObject({ firstDay: null, lastDay: '2026-11-26' })
  })

  it('keeps an earlier last day', async () => {
    const database = await withTwo()
    await database.run(async (client) =>
      client.participation.update({ where: { waveId: projectWaveId }, data: { lastDay: '2026-10-31' } }),
    )
    await makeCurrent(database, { ...owner, waveId: newWaveId })
    expect(await lastDay(database, projectWaveId)).toBe('2026-10-31')
  })

  it('stays where it is made current again, or another has no figures', async () => {
    const database = await withTwo()
    const before = await recorded(database)
    for (const waveId of [projectWaveId, '2027-12']) {
      await expect(makeCurrent(database, { ...owner, waveId })).resolves.toBe(false)
      await expect(readCurrentWave(database)).resolves.toMatchObject({ id: projectWaveId })
    }
    expect(await recorded(database)).toEqual(before)
  })

  it('is one, also for other programs that write', async () => {
    const database = await withTwo()
    const other = await otherProgram(database)
    await expect(other.execute('UPDATE wave SET "current" = 1')).rejects.toThrow(/UniqueConstraintViolation/)
    await expect(other.execute('UPDATE wave SET "current" = 2')).rejects.toThrow(/check/i)
    await expect(readCurrentWave(database)).resolves.toMatchObject({ id: projectWaveId })
  })
})
