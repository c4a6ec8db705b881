import { readCurrentFigures } from '@/lib/db/waves/figures'
import { DatabaseError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { WaveFigures } from '@/lib/waves/published-figures'

/** The figures of the current wave, or the failure to read them, which is logged. */
export async function loadFigures(): Promise<WaveFigures | DatabaseError> {
  try {
    return await readCurrentFigures()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the national figures cannot be read')
    return error
  }
}
