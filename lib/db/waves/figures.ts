import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { appDatabase, type Database } from '@/lib/db/engine/client'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import type { WaveFigures } from '@/lib/waves/published-figures'
import { noCurrentWave } from './current-wave'
import { readPublishedWaves, type PublishedWave } from './published-waves'
import { loadWaveFigures, noFigures } from './wave-figures'

/** What was published of a wave, and which waves there are, the latest first. Shared between requests: not to be changed. */
export interface ReadFigures extends WaveFigures {
  readonly waves: readonly PublishedWave[]
}

interface Copy {
  readonly content: ReadFigures
  readonly figuresRevision: number
  /** On the reader's clock, in milliseconds. */
  readonly loadedAt: number
}

/** How long a copy is trusted without reading it again, in milliseconds: a row changed by hand raises no revision. */
export const maxAgeMs = 60_000

/** How long a page waits for all of a wave, in milliseconds. */
const loadTimeoutMs = 5000

/**
 * A reader that keeps what it read, of a wave or, for null, of the current one. Each call reads which waves there are only, and all of
 * the wave when its revision has changed or `maxAgeMs` has passed on the clock `now` (milliseconds).
 */
export function createFigureReader(
  database: Database,
  now: () => number,
): (waveId: string | null) => Promise<ReadFigures> {
  const copies = new Map<string, Copy>()

  async function load({ id, figuresRevision }: PublishedWave, waves: readonly PublishedWave[]) {
    const loaded = await readConsistently(
      database,
      async (transaction) => loadWaveFigures(transaction, id),
      loadTimeoutMs,
    )
    return { content: { ...loaded, waves }, figuresRevision, loadedAt: now() }
  }

  return async (waveId) => {
    const waves = await readPublishedWaves(database)
    const wave = waves.find(({ id, isCurrent }) => (waveId === null ? isCurrent : id === waveId))
    if (wave === undefined) throw waveId === null ? noCurrentWave() : noFigures(waveId)
    const kept = copies.get(wave.id)
    const isFresh = kept?.figuresRevision === wave.figuresRevision && now() - kept.loadedAt < maxAgeMs
    const copy = kept !== undefined && isFresh ? kept : await load(wave, waves)
    const content = isDeepStrictEqual(copy.content.waves, waves) ? copy.content : { ...copy.content, waves }
    copies.set(wave.id, { ...copy, content })
    return content
  }
}

/**
 * The figures of a wave, or of the current one, with the wave and its sources. Throws DatabaseError: `outdated` also where the database
 * holds no such wave.
 */
export const readWaveFigures = createFigureReader(appDatabase, Date.now)
