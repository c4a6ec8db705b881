import type { Database } from '@/lib/db/engine/client'
import { readOperatorRevision } from './operator'
import { readFiguresRevision } from './waves/figures-revision'

/**
 * What the pages that are kept show of the database: another text once the figures of a wave or the operator have changed, by
 * whichever instance. Throws DatabaseError.
 */
export async function readPagesRevision(database: Database, waveId: string): Promise<string> {
  const figures = await readFiguresRevision(database, waveId)
  return `${figures} ${await readOperatorRevision(database)}`
}
