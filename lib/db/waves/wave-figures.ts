import { DatabaseError } from '@/lib/errors'
import { publishedFigures, type WaveFigures } from '@/lib/waves/published-figures'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { findStoredWave } from './stored-wave'

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
): Promise<WaveFigures> {
  const stored = await findStoredWave(transaction, waveId)
  if (stored === null) throw noFigures(waveId)
  return publishedFigures(stored)
}
