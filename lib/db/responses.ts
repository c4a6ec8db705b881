import { randomUUID } from 'node:crypto'
import type { Answers } from '@/lib/instrument/answers'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import { emptyLog } from '@/lib/db/engine/empty-log'
import { isUniqueViolation } from '@/lib/db/engine/failures'
import { believedDay, latestOf } from '@/lib/clock/known-time'
import type { DatabaseKind } from '@/lib/db/engine/address'
import { kindOfError, log } from '@/lib/log'
import { readKnownTime } from './clock'
import { deleteResponses } from './editions'
import { noteInFiles, noteInTable, type Noted, type WithdrawalList } from './withdrawal-list'

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

/** The text that is kept of answers: items in the order of the catalogue. */
export const storedAnswers = (answers: Answers): string => JSON.stringify(answers)

/**
 * Stores a response, once for each receipt: a request that comes again, at the same time, from elsewhere or after a lost reply,
 * finds it stored. Returns whether this call stored it. Throws DatabaseError.
 */
export async function storeResponse(
  database: Database,
  { answers, ...contribution }: Contribution,
): Promise<boolean> {
  const data = { id: randomUUID(), answers: storedAnswers(answers), ...contribution }
  try {
    await database.run(async (client) => client.response.create({ data, select: { id: true } }))
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
 * Deletes the response that a receipt stands for, at the moment `now`, and notes it in the list of withdrawals where one is given. The
 * write-ahead log is emptied at once, if nobody is reading from it; the daily work does the rest. Returns whether there was one. Throws
 * DatabaseError.
 */
export async function withdrawResponse(
  database: Database,
  receiptHash: string,
  now: Date,
  list?: WithdrawalList,
): Promise<boolean> {
  return database.run(async (client, kind, address) => {
    const found = await client.response.findUnique({
      where: { receiptHash },
      select: { id: true, waveId: true },
    })
    if (found === null) return false
    const { id, waveId } = found
    const known = await readKnownTime(client)
    const day = believedDay(known, now)
    // Kept for as long as a backup may be, whichever of both clocks is right.
    const noted = { id, day: latestOf(known, now) }
    if (list) noteWhereItCan(list, kind, noted)
    const deleted = await client.$transaction(async (transaction) => {
      const deletion = { today: day, isWithdrawal: true }
      const count = await deleteResponses(transaction, { waveId, receiptHash }, deletion)
      if (list && count > 0) await noteInTable(list, kind, transaction, noted)
      return count
    }, patience.change)
    // It is deleted, whether or not the log can be emptied now.
    if (deleted > 0) await emptyLog(address, 0).catch(() => undefined)
    return deleted > 0
  })
}

/** The list is for a restore that may never be: what keeps it from being written must not keep a response from being withdrawn. */
function noteWhereItCan(list: WithdrawalList, kind: DatabaseKind, noted: Noted): void {
  try {
    noteInFiles(list, kind, noted)
  } catch (error) {
    log.error(
      kindOfError(error),
      'a withdrawal could not be noted: a restored backup would bring the response back',
    )
  }
}
