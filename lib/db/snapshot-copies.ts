import type { Database } from './client'
import type { Prisma } from './generated/sqlite/client'
import { readConsistently } from './read-consistently'

/** For how long a page waits for a snapshot that it has no copy of, in milliseconds. */
const patienceMs = 15_000

interface Copy<Content> {
  readonly takenOn: string
  readonly contributedCount: number
  readonly content: Content
}

/**
 * A reader that keeps what it read of each wave's snapshot: each call reads which snapshot there is, and `load` is called
 * only when it is another, at one moment for all that it reads. null where there is none. Throws DatabaseError.
 */
export function createSnapshotReader<Content>(
  database: Database,
  load: (transaction: Prisma.TransactionClient, waveId: string) => Promise<Content>,
): (waveId: string) => Promise<Content | null> {
  const copies = new Map<string, Copy<Content>>()
  const readMoment = async (client: Prisma.TransactionClient, waveId: string) =>
    client.participantSnapshot.findUnique({
      where: { waveId },
      select: { takenOn: true, contributedCount: true },
    })
  return async (waveId) => {
    const present = await database.run(async (client) => readMoment(client, waveId))
    if (present === null) return null
    const copy = copies.get(waveId)
    if (copy?.takenOn === present.takenOn && copy.contributedCount === present.contributedCount) {
      return copy.content
    }
    return readConsistently(
      database,
      async (transaction) => {
        const moment = await readMoment(transaction, waveId)
        if (moment === null) return null
        const content = await load(transaction, waveId)
        copies.set(waveId, { ...moment, content })
        return content
      },
      patienceMs,
    )
  }
}
