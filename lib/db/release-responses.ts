import { instrumentVersion } from '@/lib/instrument/versions'
import { demoConsentVersion } from '@/lib/contribution/consent'
import type { Prisma } from './generated/sqlite/client'

/** How many responses are read at a time: all that is ever held of them in memory. */
const pageSize = 500

/** Which responses a release is about, of those to today's questions: real and made-up ones are never in one file. */
export interface ReleaseScope {
  readonly waveId: string
  readonly isDemo: boolean
}

const whereOf = ({ waveId, isDemo }: ReleaseScope) => ({
  waveId,
  instrumentVersion,
  consentVersion: isDemo ? demoConsentVersion : { not: demoConsentVersion },
})

/** The scope of a wave's next release: made-up responses only where there are no real ones. Throws DatabaseError. */
export async function scopeOf(transaction: Prisma.TransactionClient, waveId: string): Promise<ReleaseScope> {
  const real = { waveId, isDemo: false }
  const found = await transaction.response.findFirst({ where: whereOf(real), select: { id: true } })
  return found === null ? { waveId, isDemo: true } : real
}

/** Number of responses by ISO week. Throws DatabaseError. */
export async function countPerWeek(
  transaction: Prisma.TransactionClient,
  scope: ReleaseScope,
): Promise<ReadonlyMap<string, number>> {
  const weeks = await transaction.response.groupBy({ by: ['week'], where: whereOf(scope), _count: true })
  return new Map(weeks.map(({ week, _count }) => [week, _count]))
}

/** A response as far as a release needs it. */
export interface StoredResponse {
  /** JSON text. */
  readonly answers: string
  /** ISO week of the contribution. */
  readonly week: string
}

/**
 * The responses up to a week, in pages, and in the order of their random ids: on
 * PostgreSQL the order on the disk would tell who contributed after whom.
 */
export async function* readResponses(
  transaction: Prisma.TransactionClient,
  scope: ReleaseScope,
  lastWeek: string,
): AsyncGenerator<readonly StoredResponse[], void, undefined> {
  let after = ''
  for (;;) {
    const page = await transaction.response.findMany({
      where: { ...whereOf(scope), week: { lte: lastWeek }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, answers: true, week: true },
    })
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.id
  }
}
