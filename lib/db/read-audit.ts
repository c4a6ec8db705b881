import { isSealed, noHash, type AuditHead } from '@/lib/audit/chain'
import { linkAction, systemActor, type ChainedEntry } from '@/lib/audit/entry'
import type { AuditFilter, AuditPlace } from '@/lib/audit/query'
import { verifyChain, type AuditReport } from '@/lib/audit/verify-chain'
import { auditHmac, headId } from './audit'
import type { Database } from '@/lib/db/engine/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { readConsistently } from '@/lib/db/engine/read-consistently'

/** How many entries are read at a time by what reads them all. */
const pageSize = 1000

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly ChainedEntry[]
  /** Gives the page of older entries, as `before`; null where there is none. */
  readonly older: number | null
  /** Gives the page of newer entries, as `after`; null where there is none. */
  readonly newer: number | null
}

/** As `actorOf` tells who acted. */
function whereActor(actor: string | null): Prisma.AuditEntryWhereInput {
  if (actor === null) return { actor, NOT: { action: linkAction } }
  return actor === systemActor ? { OR: [{ actor }, { actor: null, action: linkAction }] } : { actor }
}

function whereOf({ fromDay, toDay, actor, ...equal }: AuditFilter): Prisma.AuditEntryWhereInput {
  // Texts of one form sort as the moments do.
  const at = {
    ...(fromDay !== undefined && { gte: `${fromDay}T00:00:00.000Z` }),
    ...(toDay !== undefined && { lte: `${toDay}T23:59:59.999Z` }),
  }
  return { ...equal, at, ...(actor !== undefined && whereActor(actor)) }
}

/**
 * At most `size` of the entries that a filter lets through: the newest, those before a number, or those that follow one.
 * Pages of older entries stay the same while entries are added. Throws DatabaseError.
 */
export async function readAudit(
  database: Database,
  filter: AuditFilter,
  { size, ...place }: AuditPlace & { readonly size: number },
): Promise<AuditPage> {
  const isAfter = 'after' in place
  const { before } = isAfter ? {} : place
  const sequence = isAfter ? { gt: place.after } : before === undefined ? {} : { lt: before }
  const found = await database.run(async (client) =>
    client.auditEntry.findMany({
      where: { ...whereOf(filter), sequence },
      orderBy: { sequence: isAfter ? 'asc' : 'desc' },
      // One more than is shown tells whether there is a further page.
      take: size + 1,
    }),
  )
  const hasMore = found.length > size
  const entries = isAfter ? found.slice(0, size).toReversed() : found.slice(0, size)
  const [hasOlder, hasNewer] = isAfter ? [true, hasMore] : [hasMore, before !== undefined]
  return {
    entries,
    older: hasOlder ? (entries.at(-1)?.sequence ?? null) : null,
    newer: hasNewer ? (entries[0]?.sequence ?? null) : null,
  }
}

/** How many entries a filter lets through, up to the newest one, whose number is `last` (0 in an empty log). Throws DatabaseError. */
export async function countAudit(
  database: Database,
  filter: AuditFilter,
): Promise<{ readonly entryCount: number; readonly last: number }> {
  return database.run(async (client) => {
    const newest = await client.auditEntry.findFirst({
      orderBy: { sequence: 'desc' },
      select: { sequence: true },
    })
    const last = newest?.sequence ?? 0
    const entryCount = await client.auditEntry.count({
      where: { ...whereOf(filter), sequence: { lte: last } },
    })
    return { entryCount, last }
  })
}

/**
 * The entries that a filter lets through, oldest first, as they are when their turn comes; those up to `last`, if it is
 * given. Reads a thousand at a time, when they are asked for. Throws DatabaseError.
 */
export async function* streamAudit(
  database: Database,
  filter: AuditFilter = {},
  last?: number,
): AsyncGenerator<ChainedEntry> {
  yield* inPages(async (read) => database.run(read), {
    ...whereOf(filter),
    ...(last !== undefined && { sequence: { lte: last } }),
  })
}

/** Milliseconds for what a page reads. */
const pagePatience = 5000

/** Whether entries can be added: the head is there, sealed with this key, and nothing is beyond it. Throws DatabaseError. */
export async function isAuditEndWhole(database: Database, key: string): Promise<boolean> {
  return readConsistently(
    database,
    async (transaction) => {
      const head = await transaction.auditHead.findUnique({ where: { id: headId } })
      if (head === null || !isSealed(auditHmac(key), head)) return false
      const [newest] = await transaction.auditEntry.findMany({ orderBy: { sequence: 'desc' }, take: 1 })
      return (newest?.sequence ?? 0) === head.entryCount && (newest?.hash ?? noHash) === head.lastHash
    },
    pagePatience,
  )
}

/**
 * Verifies the log as it stands at one moment (see `verifyChain`), against a head that was noted elsewhere if one is given.
 * `database` should be `dedicated`: a hundred thousand entries take a few seconds. Throws DatabaseError.
 */
export async function verifyAudit(database: Database, key: string, noted?: AuditHead): Promise<AuditReport> {
  return readConsistently(database, async (transaction) => {
    const head = await transaction.auditHead.findUnique({ where: { id: headId } })
    return verifyChain(
      inPages(async (read) => read(transaction)),
      head,
      auditHmac(key),
      noted,
    )
  })
}

type Read = (client: Prisma.TransactionClient) => Promise<ChainedEntry[]>

async function* inPages(
  run: (read: Read) => Promise<ChainedEntry[]>,
  only: Prisma.AuditEntryWhereInput = {},
): AsyncGenerator<ChainedEntry> {
  // Below every number that there can be: an entry numbered 0 was not written by this program.
  let after = -(2 ** 31)
  for (;;) {
    const where = { AND: [only, { sequence: { gt: after } }] }
    const page = await run(async (client) =>
      client.auditEntry.findMany({ where, orderBy: { sequence: 'asc' }, take: pageSize }),
    )
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.sequence
  }
}
