import { z } from 'zod'
import type { Database } from '@/lib/db/engine/client'

/** Recovery codes that were made and not confirmed yet. */
export interface NewRecoveryCodes {
  /** As they are shown again until they are confirmed. */
  readonly encrypted: string
  readonly hashes: readonly string[]
}

const stored = z.array(z.string())

/** The hashes of recovery codes, as a second factor holds them. */
export const readHashes = (text: string): readonly string[] => stored.parse(JSON.parse(text))

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
      const factor = { where: { userId }, select: { backupCodes: true } }
      const { backupCodes } = await transaction.adminSecondFactor.findUniqueOrThrow(factor)
      const data = { backupCodes: hashesText([...readHashes(backupCodes), ...hashes]) }
      await transaction.adminSecondFactor.update({ ...factor, data })
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
      const factor = { where: { userId }, select: { backupCodes: true } }
      const { backupCodes } = await transaction.adminSecondFactor.findUniqueOrThrow(factor)
      const kept = readHashes(backupCodes).filter((hash) => hashes.includes(hash))
      await transaction.adminSecondFactor.update({ ...factor, data: { backupCodes: hashesText(kept) } })
      return true
    }),
  )
}
