import type { Database } from '@/lib/db/engine/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { DatabaseError } from '@/lib/errors'

/** The wave that answers are set against and contributed to, and the state that its figures are in. */
export interface CurrentWave {
  readonly id: string
  /** Another number once any of its figures has changed. */
  readonly figuresRevision: number
}

/** The failure of a database without a wave that answers are set against. */
export const noCurrentWave = () =>
  new DatabaseError('outdated', 'The database has no current wave: run `npm run db:seed`.')

/** The current wave, by a transaction or other client. Throws DatabaseError: `outdated` where there is none. */
export async function findCurrentWave(client: Prisma.TransactionClient): Promise<CurrentWave> {
  const wave = await client.wave.findUnique({
    where: { current: 1 },
    select: { id: true, figuresRevision: true },
  })
  if (wave !== null) return wave
  throw noCurrentWave()
}

/** The current wave, read anew each time: one row. Throws DatabaseError. */
export async function readCurrentWave(database: Database): Promise<CurrentWave> {
  return database.run(findCurrentWave)
}

/** The id of the current wave. Throws DatabaseError. */
export async function readCurrentWaveId(database: Database): Promise<string> {
  return (await readCurrentWave(database)).id
}
