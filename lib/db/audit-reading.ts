import type { AuditHead } from '@/lib/audit/chain'
import type { ChainedEntry } from '@/lib/audit/entry'
import type { AuditReport } from '@/lib/audit/problems'
import { verifyChain } from '@/lib/audit/verify-chain'
import { auditHmac, headId } from './audit'
import type { Database } from './client'
import type { Prisma } from './generated/sqlite/client'
import { readConsistently } from './read-consistently'

/** How many entries are read at a time by what reads them all. */
const pageSize = 1000

/** What a page of the log shows; what is not given is not asked for. Days are of UTC, `YYYY-MM-DD`, both included. */
export interface AuditFilter {
  readonly action?: string
  /** null: nobody known. */
  readonly actor?: string | null
  readonly outcome?: string
  readonly fromDay?: string
  readonly toDay?: string
}

export interface AuditPage {
  readonly entries: readonly ChainedEntry[]
  /** Gives the next page, of older entries, as `before`; null on the last one. */
  readonly next: number | null
}

/**
 * The newest `size` entries that a filter lets through, newest first, of those numbered below `before`. Pages stay the same
 * while entries are added. Throws DatabaseError.
 */
export async function readAudit(
  database: Database,
  { fromDay, toDay, ...equal }: AuditFilter,
  { before, size }: { readonly before?: number; readonly size: number },
): Promise<AuditPage> {
  // Texts of one form sort as the moments do.
  const at = {
    ...(fromDay !== undefined && { gte: `${fromDay}T00:00:00.000Z` }),
    ...(toDay !== undefined && { lte: `${toDay}T23:59:59.999Z` }),
  }
  const where = { ...equal, at, ...(before !== undefined && { sequence: { lt: before } }) }
  const found = await database.run(async (client) =>
    // One more than is shown tells whether there is a next page.
    client.auditEntry.findMany({ where, orderBy: { sequence: 'desc' }, take: size + 1 }),
  )
  const entries = found.slice(0, size)
  return { entries, next: found.length > size ? (entries.at(-1)?.sequence ?? null) : null }
}

/** All entries, oldest first, as they are when their turn comes. Throws DatabaseError. */
export async function* streamAudit(database: Database): AsyncGenerator<ChainedEntry> {
  yield* inPages(async (read) => database.run(read))
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

async function* inPages(run: (read: Read) => Promise<ChainedEntry[]>): AsyncGenerator<ChainedEntry> {
  // Below every number that there can be: an entry numbered 0 was not written by this program.
  let after = -(2 ** 31)
  for (;;) {
    const where = { sequence: { gt: after } }
    const page = await run(async (client) =>
      client.auditEntry.findMany({ where, orderBy: { sequence: 'asc' }, take: pageSize }),
    )
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.sequence
  }
}
