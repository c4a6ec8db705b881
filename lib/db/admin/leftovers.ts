import type { Database } from '@/lib/db/engine/client'

const dayMilliseconds = 24 * 60 * 60 * 1000

export interface LeftoversReport {
  readonly sessionsDeleted: number
  readonly invitationsDeleted: number
}

/**
 * Deletes what no longer lets anybody in at the moment `now`: expired sessions, challenges and links, and counts of wrong
 * tries that are a day old. Doing it again finds nothing more. Throws DatabaseError.
 */
export async function deleteAdminLeftovers(database: Database, now: Date): Promise<LeftoversReport> {
  const expired = { where: { expiresAt: { lte: now } } }
  const yesterday = new Date(now.getTime() - dayMilliseconds)
  return database.run(async (client) => {
    const { count: sessionsDeleted } = await client.adminSession.deleteMany(expired)
    const { count: invitationsDeleted } = await client.adminInvitation.deleteMany(expired)
    await client.adminChallenge.deleteMany(expired)
    await client.adminAttempt.deleteMany({ where: { startedAt: { lte: yesterday } } })
    return { sessionsDeleted, invitationsDeleted }
  })
}
