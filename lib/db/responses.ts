import { randomUUID } from 'node:crypto'
import type { Answers } from '@/lib/instrument/answers'
import type { Database } from '@/lib/db/engine/client'
import { emptyLog } from '@/lib/db/engine/empty-log'
import { isUniqueViolation } from '@/lib/db/engine/failures'
import { noteDeletion } from './rewrite'

/** A response as it is contributed. This is all that is ever kept of it, beside a random id. */
export interface Contribution {
  readonly waveId: string
  readonly instrumentVersion: string
  readonly consentVersion: string
  readonly answers: Answers
  /** ISO 8601 week, `YYYY-Www`. */
  readonly week: string
  /** Keyed hash of the receipt. */
  readonly receiptHash: string
}

/** How long a contribution waits for its turn, and how long it may take, in milliseconds. */
const patience = { maxWait: 15_000, timeout: 15_000 }

/** The text that is kept of answers: items in the order of the catalogue. */
export const storedAnswers = (answers: Answers): string => JSON.stringify(answers)

/**
 * Keeps a response, once for each receipt: whoever asks again, at the same time, from elsewhere or after a lost reply,
 * finds it kept. Returns whether this call kept it. Throws DatabaseError.
 */
export async function keepResponse(
  database: Database,
  { answers, ...contribution }: Contribution,
): Promise<boolean> {
  const { waveId } = contribution
  try {
    await database.run(async (client) =>
      client.$transaction(async (transaction) => {
        await transaction.response.create({
          data: { id: randomUUID(), answers: storedAnswers(answers), ...contribution },
          select: { id: true },
        })
        await transaction.participation.update({
          where: { waveId },
          data: { contributedCount: { increment: 1 } },
          select: { waveId: true },
        })
      }, patience),
    )
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** The answers, as text, of the response that a receipt stands for; null where there is none. Throws DatabaseError. */
export async function findStoredAnswers(database: Database, receiptHash: string): Promise<string | null> {
  const found = await database.run(async (client) =>
    client.response.findUnique({ where: { receiptHash }, select: { answers: true } }),
  )
  return found?.answers ?? null
}

/**
 * Deletes the response that a receipt stands for, and takes it off the count: whoever contributes and withdraws again and
 * again does not hasten a snapshot in which one other person could be told. The write-ahead log is emptied at once, if nobody
 * is reading from it; the daily work does the rest. Returns whether there was one. Throws DatabaseError.
 */
export async function withdrawResponse(database: Database, receiptHash: string): Promise<boolean> {
  return database.run(async (client, _kind, address) => {
    const found = await client.response.findUnique({ where: { receiptHash }, select: { waveId: true } })
    if (found === null) return false
    const isWithdrawn = await client.$transaction(async (transaction) => {
      const { count } = await transaction.response.deleteMany({ where: { receiptHash } })
      if (count === 0) return false
      await transaction.participation.update({
        where: found,
        data: { contributedCount: { decrement: count }, removalCount: { increment: count } },
        select: { waveId: true },
      })
      await noteDeletion(transaction)
      return true
    }, patience)
    // It is deleted, whether or not the log can be emptied now.
    if (isWithdrawn) await emptyLog(address, 0).catch(() => undefined)
    return isWithdrawn
  })
}
