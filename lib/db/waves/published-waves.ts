import 'server-only'
import { z } from 'zod'
import { appDatabase, type Database } from '@/lib/db/engine/client'
import { words, type Words } from '@/lib/waves/figure-record'

/** A wave of which anything was published here. */
export interface PublishedWave {
  readonly id: string
  /** null: it is named after its month. */
  readonly name: Words | null
  readonly isCurrent: boolean
}

const storedWords = z.object({ name: words.nullable().default(null) })

/** A reader of the waves that were published, the latest first. Throws DatabaseError. */
export function createWavesReader(database: Database): () => Promise<readonly PublishedWave[]> {
  return async () => {
    const waves = await database.run(async (client) =>
      client.wave.findMany({
        where: { states: { some: {} } },
        select: { id: true, words: true, current: true },
        orderBy: { id: 'desc' },
      }),
    )
    return waves.map(({ id, words: stored, current }) => ({
      id,
      name: storedWords.parse(JSON.parse(stored ?? '{}')).name,
      isCurrent: current !== null,
    }))
  }
}

export const readPublishedWaves = createWavesReader(appDatabase)
