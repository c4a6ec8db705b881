import { addDays } from '@/lib/counts/iso-week'
import { dayOf } from '@/lib/clock/known-time'
import { mostBackupDays } from '@/lib/contribution/retention'
import type { DatabaseKind } from '@/lib/db/engine/address'
import type { Database } from '@/lib/db/engine/client'
import type { Settings } from '@/lib/env'
import { keyedHash } from '@/lib/keys/keyed-hash'
import { readSecret } from '@/lib/keys/secrets'
import type { Prisma } from './generated/sqlite/client'
import { addToFiles, hashesInFiles, removeOldFiles } from './withdrawal-files'

// A restored backup brings back what was withdrawn since. The list of withdrawals finds it: keyed hashes of the ids of responses,
// which say nothing without a copy of the response and the key. It is not in what a backup holds, nor overwritten by one: on SQLite it is
// in files beside the database; on PostgreSQL, where instances share no disk, in a table that backups leave out and a restore leaves alone.

/** Where the list of a site is, and the key of its hashes. */
export interface WithdrawalList {
  readonly dataDir: string
  readonly key: string
}

/** The list of the site of these settings. Throws SettingError where its key is missing. */
export function withdrawalListOf(settings: Settings): WithdrawalList {
  return { dataDir: settings.dataDir, key: readSecret(settings, 'withdrawal') }
}

/** A response that is withdrawn, and the day. */
export interface Noted {
  readonly id: string
  readonly day: string
}

const hashOf = ({ key }: WithdrawalList, id: string) => keyedHash(key, 'withdrawal', id)

/**
 * Notes that a response is withdrawn on a day. On SQLite before it is deleted: a crash in between leaves a note of a response that its
 * person wanted to be gone. Throws what the disk throws.
 */
export function noteInFiles(list: WithdrawalList, kind: DatabaseKind, { id, day }: Noted): void {
  if (kind === 'sqlite') addToFiles(list.dataDir, hashOf(list, id), day)
}

/** The same on PostgreSQL, in the transaction that deletes the response. */
export async function noteInTable(
  list: WithdrawalList,
  kind: DatabaseKind,
  transaction: Prisma.TransactionClient,
  { id, day }: Noted,
): Promise<void> {
  if (kind === 'sqlite') return
  const hash = hashOf(list, id)
  await transaction.withdrawal.upsert({ where: { hash }, create: { hash, day }, update: {} })
}

/** The hashes of the list. Throws DatabaseError and what the disk throws. */
async function readHashes(
  client: Prisma.TransactionClient,
  kind: DatabaseKind,
  { dataDir }: Pick<WithdrawalList, 'dataDir'>,
): Promise<ReadonlySet<string>> {
  if (kind === 'sqlite') return hashesInFiles(dataDir)
  return new Set((await client.withdrawal.findMany({ select: { hash: true } })).map(({ hash }) => hash))
}

/** Whether the list knows of no withdrawal. Throws DatabaseError and what the disk throws. */
export async function isListEmpty(
  database: Database,
  list: Pick<WithdrawalList, 'dataDir'>,
): Promise<boolean> {
  return database.run(async (client, kind) => (await readHashes(client, kind, list)).size === 0)
}

/** How many ids are read at a time. */
const pageSize = 5000

/**
 * The responses of a database that were withdrawn, by what the list knows: a database that was restored has them again. Throws
 * DatabaseError and what the disk throws.
 */
export async function findWithdrawn(
  database: Database,
  list: WithdrawalList,
): Promise<readonly { readonly id: string; readonly waveId: string }[]> {
  return database.run(async (client, kind) => {
    const known = await readHashes(client, kind, list)
    if (known.size === 0) return []
    const found: { readonly id: string; readonly waveId: string }[] = []
    for (let after = ''; ;) {
      const page = await client.response.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        take: pageSize,
        select: { id: true, waveId: true },
      })
      found.push(...page.filter(({ id }) => known.has(hashOf(list, id))))
      const last = page.at(-1)
      if (last === undefined) return found
      after = last.id
    }
  })
}

/** Erases what is older than a backup may be, on the day of `now`. Throws DatabaseError and what the disk throws. */
export async function eraseOldWithdrawals(
  database: Database,
  { dataDir }: Pick<WithdrawalList, 'dataDir'>,
  now: Date,
): Promise<void> {
  const firstKept = dayOf(addDays(now, -mostBackupDays))
  await database.run(async (client, kind) => {
    if (kind === 'sqlite') removeOldFiles(dataDir, firstKept)
    else await client.withdrawal.deleteMany({ where: { day: { lt: firstKept } } })
  })
}
