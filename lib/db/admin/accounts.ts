import type { Database } from '@/lib/db/engine/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'

export interface StoredAdmin {
  readonly id: string
  readonly email: string
  /** `viewer`, `exporter` or `owner`: a CHECK sees to it. */
  readonly role: string
  readonly twoFactorEnabled: boolean
  readonly createdAt: Date
}

/** What came of a change that must leave an owner. */
export type AccountChange =
  | { readonly ok: true; readonly before: string }
  | { readonly ok: false; readonly reason: 'unknownAdmin' | 'lastOwner' }

const shown = { id: true, email: true, role: true, twoFactorEnabled: true, createdAt: true } as const

// Two owners who demote each other at the same time must not both succeed: the database runs such changes as if one came
// after the other, or refuses one.
const serially = { isolationLevel: 'Serializable' } as const

/** A former owner could come back through a link. */
const unusedLinksOf = (createdById: string) => ({ where: { createdById, usedAt: null } })

/** The account with an e-mail address in lower case; null without one. Throws DatabaseError. */
export async function findAdminByEmail(database: Database, email: string): Promise<StoredAdmin | null> {
  return database.run(async (client) => client.adminUser.findUnique({ where: { email }, select: shown }))
}

/** The account with an id; null without one. Throws DatabaseError. */
export async function findAdminById(database: Database, id: string): Promise<StoredAdmin | null> {
  return database.run(async (client) => client.adminUser.findUnique({ where: { id }, select: shown }))
}

/** Every account, by e-mail address. Throws DatabaseError. */
export async function listStoredAdmins(database: Database): Promise<readonly StoredAdmin[]> {
  return database.run(async (client) =>
    client.adminUser.findMany({ orderBy: { email: 'asc' }, select: shown }),
  )
}

/** The role that an account has; null without one. A write first, even of nothing: a writer that comes meanwhile waits. */
async function takeTurn(transaction: Prisma.TransactionClient, id: string): Promise<string | null> {
  const [found] = await transaction.adminUser.updateManyAndReturn({ where: { id }, data: { id } })
  return found?.role ?? null
}

/** Gives someone a role, unless no owner would be left; links of a former owner that were not used go. Throws DatabaseError. */
export async function setRole(database: Database, id: string, role: string): Promise<AccountChange> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const before = await takeTurn(transaction, id)
      if (before === null) return { ok: false, reason: 'unknownAdmin' } as const
      const others = await transaction.adminUser.count({ where: { role: 'owner', id: { not: id } } })
      if (role !== 'owner' && others === 0) return { ok: false, reason: 'lastOwner' } as const
      if (role !== 'owner') await transaction.adminInvitation.deleteMany(unusedLinksOf(id))
      await transaction.adminUser.update({ where: { id }, data: { role }, select: { id: true } })
      return { ok: true, before } as const
    }, serially),
  )
}

/** Deletes an account, its sessions and the links that it made, unless no owner would be left. Throws DatabaseError. */
export async function deleteAdmin(database: Database, id: string): Promise<AccountChange> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const before = await takeTurn(transaction, id)
      if (before === null) return { ok: false, reason: 'unknownAdmin' } as const
      const others = await transaction.adminUser.count({ where: { role: 'owner', id: { not: id } } })
      if (others === 0) return { ok: false, reason: 'lastOwner' } as const
      await transaction.adminInvitation.deleteMany(unusedLinksOf(id))
      await transaction.adminChallenge.deleteMany({ where: { value: id } })
      await transaction.adminUser.delete({ where: { id }, select: { id: true } })
      return { ok: true, before } as const
    }, serially),
  )
}
