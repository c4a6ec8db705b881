import type { Database } from '@/lib/db/engine/client'
import { readOperatorRevision } from './operator'
import { readPublishedWaves } from './waves/published-waves'

/**
 * What the pages that are kept show of the database: another text once a wave, its figures or the operator have changed, by
 * whichever instance. Throws DatabaseError.
 */
export async function readPagesRevision(database: Database): Promise<string> {
  const waves = await readPublishedWaves(database)
  return `${JSON.stringify(waves)} ${await readOperatorRevision(database)}`
}
