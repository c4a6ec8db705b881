import { readStates, type StateWithDifference } from '@/lib/db/waves/corrections'
import { appDatabase } from '@/lib/db/engine/client'
import { readPublishedWaves, type PublishedWave } from '@/lib/db/waves/published-waves'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'

export interface WaveWithStates extends PublishedWave {
  readonly states: readonly StateWithDifference[]
}

/** Every state of every wave, the latest first, or the failure to read them, which is logged. */
export async function loadCorrections(): Promise<readonly WaveWithStates[] | DatabaseError> {
  try {
    const waves = await readPublishedWaves(appDatabase)
    return await Promise.all(
      waves.map(async (wave) => ({ ...wave, states: await readStates(appDatabase, wave.id) })),
    )
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the corrections cannot be read')
    return error
  }
}
