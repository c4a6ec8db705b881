import 'server-only'
import type { Counts } from '@/lib/participation/counts'
import { parseCounts } from '@/lib/participation/counts-schema'
import { appDatabase, type Database } from '@/lib/db/engine/client'

/** What was counted of a wave's responses at the last snapshot. Shared between requests: not to be changed. */
export interface Participants {
  /** The day of the snapshot, `YYYY-MM-DD` in UTC. */
  readonly takenOn: string
  readonly counts: Counts
  /** How many of the responses are made up. */
  readonly demoCount: number
}

interface Copy {
  readonly takenOn: string
  readonly contributedCount: number
  readonly participants: Participants | null
}

/** A reader that keeps what it read: each call reads which snapshot there is, and its counts only when it is another. */
export function createParticipantsReader(
  database: Database,
): (waveId: string) => Promise<Participants | null> {
  const copies = new Map<string, Copy>()
  return async (waveId) => {
    const where = { waveId }
    const present = await database.run(async (client) =>
      client.participantSnapshot.findUnique({ where, select: { takenOn: true, contributedCount: true } }),
    )
    if (present === null) return null
    const copy = copies.get(waveId)
    if (copy?.takenOn === present.takenOn && copy.contributedCount === present.contributedCount) {
      return copy.participants
    }
    const stored = await database.run(async (client) => client.participantSnapshot.findUnique({ where }))
    if (stored === null) return null
    const { takenOn, contributedCount, demoCount } = stored
    const counts = parseCounts(stored.counts)
    const participants = counts && { takenOn, counts, demoCount }
    copies.set(waveId, { takenOn, contributedCount, participants })
    return participants
  }
}

/** The participants of a wave; null where none were counted, or in a form that this version does not know. Throws DatabaseError. */
export const readParticipants = createParticipantsReader(appDatabase)
