import 'server-only'
import { appDatabase, type Database } from '@/lib/db/engine/client'

/** A reader of the ids of all stored waves, the latest first. Throws DatabaseError. */
export function createWaveIdsReader(database: Database): () => Promise<readonly string[]> {
  return async () => {
    const waves = await database.run(async (client) =>
      client.wave.findMany({ select: { id: true }, orderBy: { id: 'desc' } }),
    )
    return waves.map(({ id }) => id)
  }
}

export const readWaveIds = createWaveIdsReader(appDatabase)
