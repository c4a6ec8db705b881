import 'server-only'
import { appDatabase, type Database } from '@/lib/db/engine/client'
import { readCurrentWave } from './current-wave'
import { readFiguresRevision } from './figures-revision'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import type { WaveFigures } from '@/lib/waves/published-figures'
import { loadWaveFigures, type RevisedFigures } from './wave-figures'

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
): (waveId: string | null) => Promise<WaveFigures> {
  const copies = new Map<string, Copy>()
  return async (asked) => {
    const { id: waveId, figuresRevision } =
      asked === null
        ? await readCurrentWave(database)
        : { id: asked, figuresRevision: await readFiguresRevision(database, asked) }
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
 * The figures of a wave, that of null the current one, with the wave and its sources. Throws DatabaseError: `outdated` also where the
 * database holds no such wave.
 */
export const readWaveFigures = createFigureReader(appDatabase, Date.now)

/** The figures of the current wave. Throws DatabaseError. */
export const readCurrentFigures = async (): Promise<WaveFigures> => readWaveFigures(null)
