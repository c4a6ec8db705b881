import { expect, it } from 'vitest'
import { readPublishedWaves } from '@/lib/db/waves/published-waves'
import { seedFigures } from '@/lib/db/waves/seed'
import { DatabaseError } from '@/lib/errors'
import { newWave, newWaveId, publish, seeded, store } from './changed-waves'
import { missingDatabase, otherProgram } from './databases'

it('lists the waves that were published, the latest first, and says which one is current', async () => {
  const database = await seeded()
  const read = async () => readPublishedWaves(database)
  const first = { id: '2025-12', name: null, isCurrent: true, figuresRevision: 1 }
  expect(await read()).toEqual([first])
  const name = { fr: 'Adolescents', en: 'Teenagers' }
  const draft = await newWave(database)
  await store(database, { ...draft, wave: { ...draft.wave, name } })
  expect(await read()).toEqual([first])
  await publish(database, { waveId: newWaveId, figuresRevision: 0, reason: null })
  expect(await read()).toEqual([{ id: newWaveId, name, isCurrent: false, figuresRevision: 1 }, first])
})

it('tells by the revision that figures have changed', async () => {
  const database = await seeded()
  const revisions = async () =>
    (await readPublishedWaves(database)).map(({ figuresRevision }) => figuresRevision)
  expect(await revisions()).toEqual([1])
  await seedFigures(database)
  expect(await revisions()).toEqual([1])
  const other = await otherProgram(database)
  await other.execute(`UPDATE figure SET "sharePercent" = 1 WHERE indicator = 'usage.any'`)
  await seedFigures(database)
  expect(await revisions()).toEqual([2])
})

it('says that a database is missing', async () => {
  await expect(readPublishedWaves(await missingDatabase())).rejects.toThrow(DatabaseError)
})
