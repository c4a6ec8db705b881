import { trendsOf, type Trend } from '@/lib/comparison/trend'
import { appDatabase } from '@/lib/db/engine/client'
import { readWaveFigures } from '@/lib/db/waves/figures'
import { readPublishedWaves, type PublishedWave } from '@/lib/db/waves/published-waves'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'

interface LoadedTrends {
  readonly trends: readonly Trend[]
  /** The latest first. */
  readonly waves: readonly PublishedWave[]
}

/** What became of each figure from wave to wave, or the failure to read it, which is logged. */
export async function loadTrends(): Promise<LoadedTrends | DatabaseError> {
  try {
    const waves = await readPublishedWaves(appDatabase)
    const read = await Promise.all(waves.toReversed().map(async ({ id }) => readWaveFigures(id)))
    return { waves, trends: trendsOf(read.map(({ figures }) => figures)) }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the trends cannot be read')
    return error
  }
}
