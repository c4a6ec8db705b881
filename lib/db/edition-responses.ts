import { demoConsentVersion } from '@/lib/contribution/consent'
import type { DatabaseKind } from '@/lib/db/engine/address'
import type { Prisma } from './generated/sqlite/client'

/** How many responses are read at a time: all that is ever held of them in memory. */
const pageSize = 500

/** How many rows one statement marks. */
const markedAtOnce = 10_000

/** Which responses an edition is about: real and made-up ones are never in one. */
export interface EditionScope {
  readonly waveId: string
  readonly isDemo: boolean
}

const whereOf = ({ waveId, isDemo }: EditionScope) => ({
  waveId,
  consentVersion: isDemo ? demoConsentVersion : { not: demoConsentVersion },
})

/** Numbers of stored responses by ISO week. Throws DatabaseError. */
export async function countPerWeek(
  client: Prisma.TransactionClient,
  scope: EditionScope,
): Promise<ReadonlyMap<string, number>> {
  const weeks = await client.response.groupBy({ by: ['week'], where: whereOf(scope), _count: true })
  return new Map(weeks.map(({ week, _count }) => [week, _count]))
}

/** A response as far as an edition needs it. */
export interface StoredResponse {
  readonly id: string
  readonly instrumentVersion: string
  /** JSON text. */
  readonly answers: string
  readonly hasEntered: boolean
}

/**
 * The responses until a week, in pages, and in the order of their random ids: on PostgreSQL the order on the disk would tell who
 * contributed after whom.
 */
export async function* readResponses(
  client: Prisma.TransactionClient,
  scope: EditionScope,
  lastWeek: string,
): AsyncGenerator<readonly StoredResponse[], void, undefined> {
  let after = ''
  for (;;) {
    const page = await client.response.findMany({
      where: { ...whereOf(scope), week: { lte: lastWeek }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, instrumentVersion: true, answers: true, hasEntered: true },
    })
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    if (page.length < pageSize) return
    after = last.id
  }
}

const mark: Readonly<Record<DatabaseKind, string>> = {
  sqlite: 'UPDATE "response" SET "hasEntered" = TRUE WHERE "id" IN (SELECT "value" FROM json_each(?))',
  postgresql:
    'UPDATE "response" SET "hasEntered" = TRUE WHERE "id" IN (SELECT json_array_elements_text($1::json))',
}

/** Stores that responses have entered the file. Throws DatabaseError. */
export async function markEntered(
  client: Prisma.TransactionClient,
  kind: DatabaseKind,
  ids: Iterable<string>,
): Promise<void> {
  let batch: string[] = []
  const write = async () => {
    await client.$executeRawUnsafe(mark[kind], JSON.stringify(batch))
    batch = []
  }
  for (const id of ids) {
    batch.push(id)
    if (batch.length === markedAtOnce) await write()
  }
  if (batch.length > 0) await write()
}

/**
 * Whether a wave has responses of people. Two looks into an index: asked for what is not equal, databases go through all that are made up.
 * Throws DatabaseError.
 */
export async function hasRealResponses(client: Prisma.TransactionClient, waveId: string): Promise<boolean> {
  for (const consentVersion of [{ lt: demoConsentVersion }, { gt: demoConsentVersion }]) {
    if (await client.response.findFirst({ where: { waveId, consentVersion }, select: { id: true } }))
      return true
  }
  return false
}
