import type { Database } from '@/lib/db/engine/client'

export interface StoredSession {
  readonly id: string
  readonly createdAt: Date
  /** Within five minutes. */
  readonly updatedAt: Date
  readonly expiresAt: Date
}

/** Someone's sessions that have not expired, the last used first. Throws DatabaseError. */
export async function listStoredSessions(
  database: Database,
  userId: string,
  now: Date,
  startedAfter: Date,
): Promise<readonly StoredSession[]> {
  return database.run(async (client) =>
    client.adminSession.findMany({
      where: { userId, expiresAt: { gt: now }, createdAt: { gt: startedAfter } },
      orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
      select: { id: true, createdAt: true, updatedAt: true, expiresAt: true },
    }),
  )
}

/** Deletes one of someone's sessions. Returns whether there was one. Throws DatabaseError. */
export async function deleteSession(database: Database, userId: string, id: string): Promise<boolean> {
  const { count } = await database.run(async (client) =>
    client.adminSession.deleteMany({ where: { id, userId } }),
  )
  return count > 0
}

/** Deletes someone's sessions, but one. Throws DatabaseError. */
export async function deleteOtherSessions(database: Database, userId: string, keptId: string): Promise<void> {
  await database.run(async (client) =>
    client.adminSession.deleteMany({ where: { userId, id: { not: keptId } } }),
  )
}

/** Notes when a session's second factor was checked. Throws DatabaseError. */
export async function noteSecondFactor(database: Database, id: string, at: Date): Promise<void> {
  await database.run(async (client) =>
    client.adminSession.updateMany({ where: { id }, data: { secondFactorAt: at } }),
  )
}
