import { expect, it } from 'vitest'
import { createWavesReader } from '@/lib/db/waves/published-waves'
import { DatabaseError } from '@/lib/errors'
import { newWave, newWaveId, publish, seeded, store } from './changed-waves'
import { missingDatabase } from './databases'

it('lists the waves that were published, the latest first, and says which one is current', async () => {
  const database = await seeded()
  const read = createWavesReader(database)
  const first = { id: '2025-12', name: null, isCurrent: true }
  expect(await read()).toEqual([first])
  const name = { fr: 'Adolescents', en: 'Teenagers' }
  const draft = await newWave(database)
  await store(database, { ...draft, wave: { ...draft.wave, name } })
  expect(await read()).toEqual([first])
  await publish(database, { waveId: newWaveId, figuresRevision: 0, reason: null })
  expect(await read()).toEqual([{ id: newWaveId, name, isCurrent: false }, first])
})

it('says that a database is missing', async () => {
  await expect(createWavesReader(await missingDatabase())()).rejects.toThrow(DatabaseError)
})
