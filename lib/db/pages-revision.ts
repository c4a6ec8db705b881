import type { Database } from '@/lib/db/engine/client'
import { readOperatorRevision } from './operator'

/**
 * What the pages that are kept show of the database: another text once the current wave, the figures of any wave or the operator have
 * changed, by whichever instance. Throws DatabaseError.
 */
export async function readPagesRevision(database: Database): Promise<string> {
  const waves = await database.run(async (client) =>
    client.wave.findMany({
      select: { id: true, current: true, figuresRevision: true },
      orderBy: { id: 'asc' },
    }),
  )
  const figures = waves.map(({ id, current, figuresRevision }) => `${id} ${current} ${figuresRevision}`)
  return [...figures, await readOperatorRevision(database)].join(' ')
}
