import { randomUUID } from 'node:crypto'
import type { Database } from '@/lib/db/engine/client'
import { hashesText, takeHashes, type NewRecoveryCodes } from './recovery-codes'

/** A second factor, as it is to be kept. */
export interface NewSecondFactor {
  /** Encrypted, as it stood in `pendingTotpSecret`. */
  readonly secret: string
  readonly recoveryCodes: NewRecoveryCodes
  /** The step of the code that confirmed it. */
  readonly step: number
}

/** The id of someone's second factor, which stays until their account is recovered; null without one. Throws DatabaseError. */
export async function findSecondFactorId(database: Database, userId: string): Promise<string | null> {
  const found = await database.run(async (client) =>
    client.adminSecondFactor.findUnique({ where: { userId }, select: { id: true } }),
  )
  return found?.id ?? null
}

/** The encrypted secret of someone's second factor; null without one. Throws DatabaseError. */
export async function findTotpSecret(database: Database, userId: string): Promise<string | null> {
  const found = await database.run(async (client) =>
    client.adminSecondFactor.findUnique({ where: { userId }, select: { secret: true } }),
  )
  return found?.secret ?? null
}

/**
 * Takes the code of a step, and with it those of all earlier steps. Returns false where it was taken already: of two that
 * send the same code, at whatever time, one is let in. Throws DatabaseError.
 */
export async function takeStep(database: Database, userId: string, step: number): Promise<boolean> {
  const { count } = await database.run(async (client) =>
    client.adminSecondFactor.updateMany({
      where: { userId, lastStep: { lt: step } },
      data: { lastStep: step },
    }),
  )
  return count > 0
}

/** Keeps an encrypted secret until it is confirmed, in place of an earlier one. Throws DatabaseError. */
export async function keepPendingSecret(database: Database, userId: string, secret: string): Promise<void> {
  await database.run(async (client) =>
    client.adminUser.update({
      where: { id: userId },
      data: { pendingTotpSecret: secret },
      select: { id: true },
    }),
  )
}

/** The encrypted secret that waits to be confirmed; null without one. Throws DatabaseError. */
export async function findPendingSecret(database: Database, userId: string): Promise<string | null> {
  const found = await database.run(async (client) =>
    client.adminUser.findUnique({ where: { id: userId }, select: { pendingTotpSecret: true } }),
  )
  return found?.pendingTotpSecret ?? null
}

/**
 * Puts a second factor in the place of any earlier one, with recovery codes that wait to be confirmed: until then those before work
 * as well. Returns false, and changes nothing, where its secret no longer
 * waits to be confirmed: two confirmations at the same time do not give two lists of recovery codes. Throws DatabaseError.
 */
export async function keepSecondFactor(
  database: Database,
  userId: string,
  { secret, recoveryCodes, step }: NewSecondFactor,
): Promise<boolean> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const { count } = await transaction.adminUser.updateMany({
        where: { id: userId, pendingTotpSecret: secret },
        data: {
          pendingTotpSecret: null,
          twoFactorEnabled: true,
          newRecoveryCodes: recoveryCodes.encrypted,
        },
      })
      if (count === 0) return false
      const hashes = [...((await takeHashes(transaction, userId)) ?? []), ...recoveryCodes.hashes]
      const fields = { secret, backupCodes: hashesText(hashes), lastStep: step }
      await transaction.adminSecondFactor.upsert({
        where: { userId },
        create: { id: randomUUID(), userId, ...fields },
        update: fields,
        select: { id: true },
      })
      return true
    }),
  )
}
