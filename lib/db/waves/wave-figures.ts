import { z } from 'zod'
import type { Source, Wave } from '@/lib/comparison/waves'
import { DatabaseError } from '@/lib/errors'
import { figureFields, type PublishedFigure } from './figure-fields'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { findStoredWave } from './stored-wave'

/** What was published of one wave. Shared between requests: not to be changed. */
export interface WaveFigures {
  readonly wave: Wave
  readonly sources: readonly Source[]
  readonly figures: readonly PublishedFigure[]
}

/** With the number that tells one state of a wave's figures from another. */
export interface RevisedFigures {
  readonly content: WaveFigures
  readonly figuresRevision: number
}

const checkedFigures = z.array(
  z.object({ ...figureFields, waveId: z.string(), sharePercent: z.number(), sourceId: z.string() }),
)

/** The failure of a database without the figures of a wave. */
export function noFigures(waveId: string): DatabaseError {
  return new DatabaseError(
    'outdated',
    `The database holds no figures of wave ${waveId}: run \`npm run db:seed\`.`,
  )
}

/**
 * The figures of a wave, with the wave and its sources. Throws DatabaseError: `outdated` where there is no such wave,
 * `unreadable` where there are figures that this version does not know.
 */
export async function loadWaveFigures(
  transaction: Prisma.TransactionClient,
  waveId: string,
): Promise<RevisedFigures> {
  const stored = await findStoredWave(transaction, waveId)
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
  return { content: { wave, sources, figures: checked.data }, figuresRevision }
}
