import type { Database } from '@/lib/db/engine/client'
import { readOperatorRevision } from './operator'
import { readCurrentWave } from './waves/current-wave'

/**
 * What the pages that are kept show of the database: another text once the current wave, its figures or the operator have changed, by
 * whichever instance. Throws DatabaseError.
 */
export async function readPagesRevision(database: Database): Promise<string> {
  const { id, figuresRevision } = await readCurrentWave(database)
  return `${id} ${figuresRevision} ${await readOperatorRevision(database)}`
}
