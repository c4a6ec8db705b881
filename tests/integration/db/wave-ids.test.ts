import { expect, it } from 'vitest'
import { createWaveIdsReader } from '@/lib/db/waves/wave-ids'
import { seedFigures } from '@/lib/db/waves/seed'
import { DatabaseError } from '@/lib/errors'
import { freshDatabase, missingDatabase } from './databases'

it('lists the stored waves, the latest first', async () => {
  const database = await freshDatabase()
  const read = createWaveIdsReader(database)
  await seedFigures(database)
  expect(await read()).toEqual(['2025-12'])
  await database.run(async (client) => {
    const known = await client.wave.findFirstOrThrow()
    await client.wave.create({ data: { ...known, id: '2026-12', current: null } })
  })
  expect(await read()).toEqual(['2026-12', '2025-12'])
})

it('says that a database is missing', async () => {
  await expect(createWaveIdsReader(await missingDatabase())()).rejects.toThrow(DatabaseError)
})
