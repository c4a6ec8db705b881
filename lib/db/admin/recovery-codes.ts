import { z } from 'zod'
import type { Database } from '@/lib/db/engine/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'

/** Recovery codes that were made and not confirmed yet. */
export interface NewRecoveryCodes {
  /** As they are shown again until they are confirmed. */
  readonly encrypted: string
  readonly hashes: readonly string[]
}

const stored = z.array(z.string())

/** The hashes of recovery codes, as a second factor holds them. */
export const readHashes = (text: string): readonly string[] => stored.parse(JSON.parse(text))

/**
 * The hashes that someone's second factor holds; null without one. A write first, even of nothing: a code that is used meanwhile is
 * taken out before or after this transaction, and does not come back with it.
 */
export async function takeHashes(
  transaction: Prisma.TransactionClient,
  userId: string,
): Promise<readonly string[] | null> {
  const turn = { where: { userId }, data: { userId }, select: { backupCodes: true } }
  const [factor] = await transaction.adminSecondFactor.updateManyAndReturn(turn)
  return factor === undefined ? null : readHashes(factor.backupCodes)
}

async function changeHashes(
  transaction: Prisma.TransactionClient,
  userId: string,
  change: (before: readonly string[]) => readonly string[],
): Promise<void> {
  const before = await takeHashes(transaction, userId)
  if (before === null) throw new Error('recovery codes without a second factor')
  await transaction.adminSecondFactor.update({
    where: { userId },
    data: { backupCodes: hashesText(change(before)) },
    select: { id: true },
  })
}

/** As `readHashes` reads them. */
export const hashesText = (hashes: readonly string[]): string => JSON.stringify(hashes)

/** The hashes of someone's recovery codes that were not used; none without a second factor. Throws DatabaseError. */
export async function findRecoveryCodeHashes(database: Database, userId: string): Promise<readonly string[]> {
  const found = await database.run(async (client) =>
    client.adminSecondFactor.findUnique({ where: { userId }, select: { backupCodes: true } }),
  )
  return found === null ? [] : readHashes(found.backupCodes)
}

/** The encrypted codes of someone's that wait to be confirmed; null without any. Throws DatabaseError. */
export async function findNewRecoveryCodes(database: Database, userId: string): Promise<string | null> {
  const found = await database.run(async (client) =>
    client.adminUser.findUnique({ where: { id: userId }, select: { newRecoveryCodes: true } }),
  )
  return found?.newRecoveryCodes ?? null
}

/**
 * Adds recovery codes to someone's, until they are confirmed. Returns false, and changes nothing, where others wait for that
 * already: two that are made at the same time do not make two lists. Throws DatabaseError.
 */
export async function addRecoveryCodes(
  database: Database,
  userId: string,
  { encrypted, hashes }: NewRecoveryCodes,
): Promise<boolean> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const { count } = await transaction.adminUser.updateMany({
        where: { id: userId, newRecoveryCodes: null },
        data: { newRecoveryCodes: encrypted },
      })
      if (count === 0) return false
      await changeHashes(transaction, userId, (before) => [...before, ...hashes])
      return true
    }),
  )
}

/**
 * Has only the codes that waited for it work from now on, but for those of them that were used. Returns false, and changes nothing,
 * where they no longer wait. Throws DatabaseError.
 */
export async function keepOnlyRecoveryCodes(
  database: Database,
  userId: string,
  { encrypted, hashes }: NewRecoveryCodes,
): Promise<boolean> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const { count } = await transaction.adminUser.updateMany({
        where: { id: userId, newRecoveryCodes: encrypted },
        data: { newRecoveryCodes: null },
      })
      if (count === 0) return false
      await changeHashes(transaction, userId, (before) => before.filter((hash) => hashes.includes(hash)))
      return true
    }),
  )
}
