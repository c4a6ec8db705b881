import { randomUUID } from 'node:crypto'
import type { Database } from '@/lib/db/engine/client'
import { isUniqueViolation } from '@/lib/db/engine/failures'

export interface NewInvitation {
  readonly tokenHash: string
  readonly email: string
  readonly role: string
  /** The account that is recovered; null for a new one. */
  readonly userId: string | null
  /** The owner who makes the link; null for the operator. */
  readonly createdById: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

export interface StoredInvitation extends Omit<NewInvitation, 'tokenHash'> {
  readonly id: string
  readonly usedAt: Date | null
}

/** What a link is used with. */
export interface InvitationUse {
  readonly passwordHash: string
  readonly now: Date
  /** Keys of the account's wrong tries, which a new password and a new second factor make meaningless. */
  readonly staleAttempts: (userId: string) => readonly string[]
}

const shown = {
  id: true,
  email: true,
  role: true,
  userId: true,
  createdById: true,
  createdAt: true,
  expiresAt: true,
  usedAt: true,
} as const

/** Keeps a link, in place of those that were made for the same address and not used. Throws DatabaseError. */
export async function keepInvitation(database: Database, invitation: NewInvitation): Promise<string> {
  const id = randomUUID()
  const purpose = invitation.userId === null ? 'account' : 'recovery'
  await database.run(async (client) =>
    client.$transaction(async (transaction) => {
      await transaction.adminInvitation.deleteMany({ where: { email: invitation.email, usedAt: null } })
      await transaction.adminInvitation.create({ data: { id, purpose, ...invitation }, select: { id: true } })
    }),
  )
  return id
}

/** The link that a token belongs to, used and expired ones too; null where there is none. Throws DatabaseError. */
export async function findInvitation(
  database: Database,
  tokenHash: string,
): Promise<StoredInvitation | null> {
  return database.run(async (client) =>
    client.adminInvitation.findUnique({ where: { tokenHash }, select: shown }),
  )
}

/** The links that can still be used, the next to expire first. Throws DatabaseError. */
export async function listOpenInvitations(
  database: Database,
  now: Date,
): Promise<readonly StoredInvitation[]> {
  return database.run(async (client) =>
    client.adminInvitation.findMany({
      where: { usedAt: null, expiresAt: { gt: now } },
      orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
      select: shown,
    }),
  )
}

/** Deletes a link that was not used. Returns whether there was one. Throws DatabaseError. */
export async function deleteInvitation(database: Database, id: string): Promise<boolean> {
  const { count } = await database.run(async (client) =>
    client.adminInvitation.deleteMany({ where: { id, usedAt: null } }),
  )
  return count > 0
}

/**
 * Uses a link: makes its account, or gives it another password, no second factor and no sessions. All of it or nothing,
 * once: null where the link was used or has expired by now, or where its address has an account already. Returns the
 * account's id. Throws DatabaseError.
 */
export async function redeemInvitation(
  database: Database,
  { id, email, role, userId }: StoredInvitation,
  { passwordHash, now, staleAttempts }: InvitationUse,
): Promise<string | null> {
  const account = userId ?? randomUUID()
  const credential = { providerId: 'credential', accountId: account, password: passwordHash }
  const use = database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const { count } = await transaction.adminInvitation.updateMany({
        where: { id, usedAt: null, expiresAt: { gt: now } },
        data: { usedAt: now },
      })
      if (count === 0) return null
      if (userId === null) {
        await transaction.adminUser.create({
          data: { id: account, email, role, createdAt: now },
          select: { id: true },
        })
      } else {
        await transaction.adminSession.deleteMany({ where: { userId } })
        await transaction.adminChallenge.deleteMany({ where: { value: userId } })
        await transaction.adminSecondFactor.deleteMany({ where: { userId } })
        await transaction.adminUser.update({
          where: { id: userId },
          data: { twoFactorEnabled: false, pendingTotpSecret: null, newRecoveryCodes: null },
          select: { id: true },
        })
      }
      await transaction.adminCredential.upsert({
        where: { userId: account },
        create: { id: randomUUID(), userId: account, ...credential },
        update: credential,
        select: { id: true },
      })
      await transaction.adminAttempt.deleteMany({ where: { keyHash: { in: [...staleAttempts(account)] } } })
      return account
    }),
  )
  return use.catch((error: unknown) => {
    if (isUniqueViolation(error)) return null
    throw error
  })
}
