import type { Database } from '@/lib/db/engine/client'

/** The hash of someone's password; null without an account. Throws DatabaseError. */
export async function findPasswordHash(database: Database, userId: string): Promise<string | null> {
  const found = await database.run(async (client) =>
    client.adminCredential.findUnique({ where: { userId }, select: { password: true } }),
  )
  return found?.password ?? null
}

/**
 * Puts another password in the place of someone's, and ends their sessions, but one, and sign-ins that wait for a second
 * factor. Returns false, and changes nothing, where the password is no longer the one that was looked at. Throws
 * DatabaseError.
 */
export async function replacePassword(
  database: Database,
  { userId, keptSession }: { readonly userId: string; readonly keptSession: string },
  { before, after }: { readonly before: string; readonly after: string },
): Promise<boolean> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const { count } = await transaction.adminCredential.updateMany({
        where: { userId, password: before },
        data: { password: after },
      })
      if (count === 0) return false
      await transaction.adminSession.deleteMany({ where: { userId, id: { not: keptSession } } })
      await transaction.adminChallenge.deleteMany({ where: { value: userId } })
      return true
    }),
  )
}
