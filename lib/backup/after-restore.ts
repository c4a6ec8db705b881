import { systemActor } from '@/lib/audit/entry'
import { dayOf } from '@/lib/clock/known-time'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { deleteResponses } from '@/lib/db/editions'
import { migrate } from '@/lib/db/migrations/runner'
import { rewriteDatabase } from '@/lib/db/rewrite'
import { findWithdrawn, isListEmpty } from '@/lib/db/withdrawal-list'
import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import { secureRandom } from '@/lib/keys/secure-random'
import { recordWherePossible } from './record'

/** What a restored database is brought up to. */
export interface AfterRestore {
  /** The folder that has the list of withdrawals, on SQLite. */
  readonly dataDir: string
  /** The keys that the list may have been written with. */
  readonly withdrawalKeys: readonly string[]
  /** The key of the audit log; null where nobody knows it. */
  readonly auditKey: string | null
  readonly now: Date
}

export interface AfterRestoreReport {
  /** Responses that were withdrawn since the backup was made. */
  readonly withdrawnCount: number
  /** Whether the list of withdrawals knows of any: a place that has none cannot tell what was withdrawn. */
  readonly hasList: boolean
  /** Whether the restore is in the audit log. */
  readonly isRecorded: boolean
}

/** How many responses are deleted in one transaction. */
const atOnce = 500
const patience = { maxWait: 15_000, timeout: 60_000 }

async function withdrawAgain(
  database: Database,
  { dataDir, withdrawalKeys, now }: AfterRestore,
): Promise<number> {
  const deletion = { today: dayOf(now), isWithdrawal: true }
  let count = 0
  for (const key of withdrawalKeys) {
    const found = await findWithdrawn(database, { dataDir, key })
    for (const waveId of new Set(found.map((each) => each.waveId))) {
      const ids = found.filter((each) => each.waveId === waveId).map(({ id }) => id)
      for (let start = 0; start < ids.length; start += atOnce) {
        const where = { waveId, id: { in: ids.slice(start, start + atOnce) } }
        count += await database.run(async (client) =>
          client.$transaction(async (transaction) => deleteResponses(transaction, where, deletion), patience),
        )
      }
    }
  }
  return count
}

/** Sessions and links that were ended since the backup was made would let somebody in again: everybody signs in anew. */
async function endSessions(database: Database): Promise<void> {
  await database.run(async (client) => {
    await client.adminSession.deleteMany()
    await client.adminChallenge.deleteMany()
    await client.adminInvitation.deleteMany({ where: { usedAt: null } })
  })
}

async function record(
  database: Database,
  { auditKey, now }: AfterRestore,
  withdrawnCount: number,
): Promise<boolean> {
  const details = { responsesWithdrawn: randomlyRounded(withdrawnCount, secureRandom()) }
  const entry = { actor: systemActor, subject: null, outcome: 'succeeded', details } as const
  return recordWherePossible(database, auditKey, { ...entry, action: 'backupRestored' }, now)
}

/**
 * Brings a database that was just restored to what holds today: this version's tables, without the responses that were withdrawn since
 * and without sessions; and records the restore. Doing it again finds nothing more, but for the record. Throws SettingError,
 * DatabaseError.
 */
export async function bringUpToDate(url: string, given: AfterRestore): Promise<AfterRestoreReport> {
  await migrate(url)
  const database = openDatabase(url)
  try {
    const withdrawnCount = await withdrawAgain(database, given)
    await endSessions(database)
    const isRecorded = await record(database, given, withdrawnCount)
    await rewriteDatabase(url)
    return { withdrawnCount, hasList: !(await isListEmpty(database, given)), isRecorded }
  } finally {
    await database.close()
  }
}
