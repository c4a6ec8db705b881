import 'server-only'
import { appDatabase, type Database } from '@/lib/db/engine/client'
import { readFiguresRevision } from './figures-revision'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { loadWaveFigures, type RevisedFigures, type WaveFigures } from './wave-figures'

interface Copy extends RevisedFigures {
  /** On the reader's clock, in milliseconds. */
  readonly loadedAt: number
}

/** How long a copy is trusted without reading it again, in milliseconds: a row changed by hand raises no revision. */
export const maxAgeMs = 60_000

/** How long a page waits for all of a wave, in milliseconds. */
const loadTimeoutMs = 5000

/**
 * A reader that keeps what it read. Each call reads the wave's revision only, one row by its key, and all of the
 * wave when that has changed or `maxAgeMs` has passed on the clock `now` (milliseconds).
 */
export function createFigureReader(
  database: Database,
  now: () => number,
): (waveId: string) => Promise<WaveFigures> {
  const copies = new Map<string, Copy>()
  return async (waveId) => {
    const figuresRevision = await readFiguresRevision(database, waveId)
    const copy = copies.get(waveId)
    const isFresh = copy?.figuresRevision === figuresRevision && now() - copy.loadedAt < maxAgeMs
    if (copy !== undefined && isFresh) return copy.content

    const loaded = await readConsistently(
      database,
      async (transaction) => loadWaveFigures(transaction, waveId),
      loadTimeoutMs,
    )
    copies.set(waveId, { ...loaded, loadedAt: now() })
    return loaded.content
  }
}

/**
 * The figures of a wave, with the wave and its sources. Throws DatabaseError: `outdated` also where the database
 * holds no such wave.
 */
export const readWaveFigures = createFigureReader(appDatabase, Date.now)
