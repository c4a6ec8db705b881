import type { Database } from '@/lib/db/engine/client'
import { noFigures } from './wave-figures'

/**
 * The revision of a wave's figures, which is raised with each change that the program makes. Throws DatabaseError: `outdated` also
 * where the database holds no such wave.
 */
export async function readFiguresRevision(database: Database, waveId: string): Promise<number> {
  const wave = await database.run(async (client) =>
    client.wave.findUnique({ where: { id: waveId }, select: { figuresRevision: true } }),
  )
  if (wave === null) throw noFigures(waveId)
  return wave.figuresRevision
}
