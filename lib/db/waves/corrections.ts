import type { Database } from '@/lib/db/engine/client'
import { documentDifference, type DocumentDifference } from '@/lib/waves/document-difference'
import type { WaveState } from '@/lib/waves/wave-state'
import { findWaveDocument, listWaveStates } from './wave-states'

/** A state of a wave, and what it changed in the one before. */
export interface StateWithDifference extends WaveState {
  /** null: it is the first one. */
  readonly difference: DocumentDifference | null
}

/** The states of a wave, the last one first. Throws DatabaseError. */
export async function readStates(
  database: Database,
  waveId: string,
): Promise<readonly StateWithDifference[]> {
  return database.run(async (client) => {
    const found: StateWithDifference[] = []
    let before = null
    for (const state of await listWaveStates(client, waveId)) {
      const document = await findWaveDocument(client, waveId, state.number)
      if (document === null) continue
      const difference = before === null ? null : documentDifference(before, document)
      found.unshift({ ...state, difference })
      before = document
    }
    return found
  })
}
