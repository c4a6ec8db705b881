import 'server-only'
import type { Counts } from '@/lib/participation/counts'
import { parseCounts } from '@/lib/participation/counts-schema'
import { appDatabase, type Database } from './client'
import { createSnapshotReader } from './snapshot-copies'

/** What was counted of a wave's responses at the last snapshot. Shared between requests: not to be changed. */
export interface Participants {
  readonly counts: Counts
  /** How many of the responses are made up. */
  readonly demoCount: number
}

/** A reader of participants that keeps what it read, see `createSnapshotReader`. */
export function createParticipantsReader(
  database: Database,
): (waveId: string) => Promise<Participants | null> {
  return createSnapshotReader(database, async (transaction, waveId) => {
    const where = { waveId }
    const select = { counts: true, demoCount: true }
    const { counts: text, demoCount } = await transaction.participantSnapshot.findUniqueOrThrow({
      where,
      select,
    })
    const counts = parseCounts(text)
    return counts && { counts, demoCount }
  })
}

/** The participants of a wave; null where none were counted, or in a form that this version does not know. Throws DatabaseError. */
export const readParticipants = createParticipantsReader(appDatabase)
