import { appDatabase } from '@/lib/db/engine/client'
import { readWaveFigures, type ReadFigures } from '@/lib/db/waves/figures'
import { readPublishedWaves } from '@/lib/db/waves/published-waves'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'

async function orFailure<Found>(read: () => Promise<Found>): Promise<Found | DatabaseError> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the national figures cannot be read')
    return error
  }
}

/** The figures of the current wave, or the failure to read them, which is logged. */
export const loadFigures = async (): Promise<ReadFigures | DatabaseError> =>
  orFailure(async () => readWaveFigures(null))

/** The figures of a wave; null where nothing was published of it. */
export const loadWave = async (waveId: string): Promise<ReadFigures | DatabaseError | null> =>
  orFailure(async () => {
    const waves = await readPublishedWaves(appDatabase)
    return waves.some(({ id }) => id === waveId) ? readWaveFigures(waveId) : null
  })
