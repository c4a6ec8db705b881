import { createHmac } from 'node:crypto'
import { chainedHash, isSealed, sealOf, type AuditHead, type Hmac } from '@/lib/audit/chain'
import { toUnchained, type AuditEntry } from '@/lib/audit/entry'
import { DatabaseError } from '@/lib/errors'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import type { Prisma } from './generated/sqlite/client'

/** The number of the only row of the head. */
export const headId = 1

/** HMAC-SHA-256 with the secret `audit` (lib/keys/secrets.ts). */
export function auditHmac(key: string): Hmac {
  return (text) => createHmac('sha256', key).update(text).digest('hex')
}

/**
 * Adds an entry to the audit log: the one way to. To the log of a database, or within the transaction of what it records,
 * which is then done and recorded, or neither; it should come last there, since all other entries wait until the transaction
 * ends. Returns the log's new head: noted elsewhere, it later proves that the log was not put back.
 *
 * The order of entries is that of their numbers; their moments `now` may be some milliseconds out of order. Not for a
 * `dedicated` database in a process that serves requests: on SQLite, its connections cannot wait for one another.
 *
 * Throws TypeError where the entry holds what its action does not list (a mistake in the caller), DatabaseError: `unreadable`
 * where the head is not what this key sealed, since an entry added to it would hide what was done to it.
 */
export async function appendAudit(
  to: Database | Prisma.TransactionClient,
  key: string,
  entry: AuditEntry,
  now: Date,
): Promise<AuditHead> {
  if (!('run' in to)) return append(to, key, entry, now)
  return to.run(async (client) =>
    client.$transaction(async (transaction) => append(transaction, key, entry, now), patience.change),
  )
}

/**
 * Writes something else in the place of an entry: with the same steps, and refused where an entry would be, so that neither the
 * time nor a failure tells which of the two was done. Throws DatabaseError, as `appendAudit` does.
 */
export async function writeInPlaceOfEntry(
  database: Database,
  key: string,
  write: (transaction: Prisma.TransactionClient) => Promise<unknown>,
): Promise<void> {
  await database.run(async (client) =>
    client.$transaction(async (transaction) => {
      const head = await takeTurn(transaction, auditHmac(key))
      await write(transaction)
      await leaveHead(transaction, auditHmac(key), head)
    }, patience.change),
  )
}

async function append(
  transaction: Prisma.TransactionClient,
  key: string,
  entry: AuditEntry,
  now: Date,
): Promise<AuditHead> {
  const hmac = auditHmac(key)
  const previous = await takeTurn(transaction, hmac)
  const unchained = toUnchained(entry, previous.entryCount + 1, now)
  const hash = chainedHash(hmac, previous.lastHash, unchained)
  await transaction.auditEntry.create({ data: { ...unchained, hash }, select: { sequence: true } })
  const head = { entryCount: unchained.sequence, lastHash: hash }
  await leaveHead(transaction, hmac, head)
  return head
}

/** The head as the last one left it. A write, even of nothing: a writer that comes meanwhile waits until the transaction ends. */
async function takeTurn(transaction: Prisma.TransactionClient, hmac: Hmac): Promise<AuditHead> {
  const [head] = await transaction.auditHead.updateManyAndReturn({
    where: { id: headId },
    data: { id: headId },
  })
  if (head === undefined) throw brokenHead('is missing')
  if (!isSealed(hmac, head)) throw brokenHead('was changed past this program, or sealed with another key')
  const beyond = { sequence: { gt: head.entryCount } }
  if ((await transaction.auditEntry.count({ where: beyond })) > 0) throw brokenHead('has entries beyond it')
  return head
}

async function leaveHead(
  transaction: Prisma.TransactionClient,
  hmac: Hmac,
  { entryCount, lastHash }: AuditHead,
): Promise<void> {
  const head = { entryCount, lastHash }
  await transaction.auditHead.update({
    where: { id: headId },
    data: { ...head, seal: sealOf(hmac, head) },
    select: { id: true },
  })
}

const brokenHead = (what: string) =>
  new DatabaseError('unreadable', `The end of the audit log ${what}: run \`npm run audit:verify\`.`)
