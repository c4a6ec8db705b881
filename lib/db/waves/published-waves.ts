import { z } from 'zod'
import type { Database } from '@/lib/db/engine/client'
import { words, type Words } from '@/lib/waves/figure-record'

/** A wave of which anything was published here. */
export interface PublishedWave {
  readonly id: string
  /** null: it is named after its month. */
  readonly name: Words | null
  readonly isCurrent: boolean
  /** Another number once any of its figures has changed. */
  readonly figuresRevision: number
}

const storedWords = z.object({ name: words.nullable().default(null) })

/** The waves that were published, the latest first: a few rows, read anew each time. Throws DatabaseError. */
export async function readPublishedWaves(database: Database): Promise<readonly PublishedWave[]> {
  const waves = await database.run(async (client) =>
    client.wave.findMany({
      where: { figuresRevision: { gt: 0 } },
      select: { id: true, words: true, current: true, figuresRevision: true },
      orderBy: { id: 'desc' },
    }),
  )
  return waves.map(({ id, words: stored, current, figuresRevision }) => ({
    id,
    name: stored === null ? null : storedWords.parse(JSON.parse(stored)).name,
    isCurrent: current !== null,
    figuresRevision,
  }))
}
