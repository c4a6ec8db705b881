import 'server-only'
import { z } from 'zod'
import type { Source, Wave } from '@/lib/comparison/waves'
import { DatabaseError } from '@/lib/errors'
import { appDatabase, type Database } from './client'
import { figureFields, type PublishedFigure } from './figure-fields'
import { readConsistently } from './read-consistently'
import { findStoredWave } from './stored-wave'

/** What was published of one wave. Shared between requests: not to be changed. */
export interface WaveFigures {
  readonly wave: Wave
  readonly sources: readonly Source[]
  readonly figures: readonly PublishedFigure[]
}

interface Copy {
  readonly content: WaveFigures
  readonly figuresRevision: number
  /** On the reader's clock, in milliseconds. */
  readonly loadedAt: number
}

/** How long a copy is trusted without reading it again, in milliseconds: a row changed by hand raises no revision. */
export const maxAgeMs = 60_000

/** How long a page waits for all of a wave, in milliseconds. */
const loadTimeoutMs = 5000

const checkedFigures = z.array(
  z.object({ ...figureFields, waveId: z.string(), sharePercent: z.number(), sourceId: z.string() }),
)

async function load(database: Database, waveId: string, loadedAt: number): Promise<Copy> {
  const stored = await readConsistently(
    database,
    async (transaction) => findStoredWave(transaction, waveId),
    loadTimeoutMs,
  )
  if (stored === null) throw noFigures(waveId)
  const { wave, sources, figures, figuresRevision } = stored
  const checked = checkedFigures.safeParse(figures)
  if (!checked.success) {
    throw new DatabaseError(
      'unreadable',
      `The database holds figures of wave ${waveId} that this version does not know: run \`npm run db:seed\`.`,
      { cause: checked.error },
    )
  }
  return { content: { wave, sources, figures: checked.data }, figuresRevision, loadedAt }
}

function noFigures(waveId: string): DatabaseError {
  return new DatabaseError(
    'outdated',
    `The database holds no figures of wave ${waveId}: run \`npm run db:seed\`.`,
  )
}

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
    const present = await database.run(async (client) =>
      client.wave.findUnique({ where: { id: waveId }, select: { figuresRevision: true } }),
    )
    if (present === null) throw noFigures(waveId)

    const copy = copies.get(waveId)
    const isFresh = copy?.figuresRevision === present.figuresRevision && now() - copy.loadedAt < maxAgeMs
    if (copy !== undefined && isFresh) return copy.content

    const loaded = await load(database, waveId, now())
    copies.set(waveId, loaded)
    return loaded.content
  }
}

/**
 * The figures of a wave, with the wave and its sources. Throws DatabaseError: `outdated` also where the database
 * holds no such wave.
 */
export const readWaveFigures = createFigureReader(appDatabase, Date.now)
