import { demoConsentVersion } from '@/lib/participation/consent'
import type { Database } from './client'
import type { Prisma } from './generated/sqlite/client'

/** How many responses are read at a time: all that is ever held of them in memory. */
const pageSize = 2000

/** Which responses a release is about: real and made-up ones are never in one file. */
export interface ReleaseScope {
  readonly waveId: string
  readonly isDemo: boolean
}

const whereOf = ({ waveId, isDemo }: ReleaseScope) => ({
  waveId,
  consentVersion: isDemo ? demoConsentVersion : { not: demoConsentVersion },
})

/** Number of responses by ISO week. Throws DatabaseError. */
export async function countPerWeek(
  database: Database,
  scope: ReleaseScope,
): Promise<ReadonlyMap<string, number>> {
  const weeks = await database.run(async (client) =>
    client.response.groupBy({ by: ['week'], where: whereOf(scope), _count: true }),
  )
  return new Map(weeks.map(({ week, _count }) => [week, _count]))
}

/**
 * The stored answers, JSON text, of each response up to a week, in pages, and in the order of their random ids: on
 * PostgreSQL the order on the disk would tell who contributed after whom.
 */
export async function* readAnswers(
  transaction: Prisma.TransactionClient,
  scope: ReleaseScope,
  lastWeek: string,
): AsyncGenerator<readonly string[], void, undefined> {
  let after = ''
  for (;;) {
    const page = await transaction.response.findMany({
      where: { ...whereOf(scope), week: { lte: lastWeek }, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, answers: true },
    })
    yield page.map(({ answers }) => answers)
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    after = last.id
  }
}
