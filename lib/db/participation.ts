import { earlierDay } from '@/lib/contribution/contribution-days'
import type { Prisma } from './generated/sqlite/client'
import { noCurrentWave } from './waves/current-wave'

/** What is to be known of a wave's responses between two editions. */
export interface Participation {
  /** Responses that were withdrawn since the last edition. */
  readonly withdrawnCount: number
  /** Responses that were ever deleted. */
  readonly deletionCount: number
  /** Whether enough responses wait for the next edition, as of the last Monday. */
  readonly hasEnoughWaiting: boolean
  /** JSON: see `readScheme`; null as long as owners chose none. */
  readonly schemeTools: string | null
  /** JSON: see lib/db/scheme.ts; null where nothing was counted. */
  readonly schemePreview: string | null
  /** The first day on which answers are contributed, `YYYY-MM-DD`; null as long as none was chosen. */
  readonly firstDay: string | null
  /** The last one: that which owners chose, or the wave’s own where that is earlier; null as long as there is none. */
  readonly lastDay: string | null
  readonly chosenLastDay: string | null
  readonly waveLastDay: string | null
}

/**
 * A write of a row, though of nothing: of those who make an edition of a wave, choose its scheme or delete its responses, one
 * waits for the other. Returns how many responses were ever deleted.
 */
export async function takeTurn(transaction: Prisma.TransactionClient, waveId: string): Promise<number> {
  const { deletionCount } = await transaction.participation.update({
    where: { waveId },
    data: { withdrawnCount: { increment: 0 } },
    select: { deletionCount: true },
  })
  return deletionCount
}

const columns = {
  withdrawnCount: true,
  deletionCount: true,
  hasEnoughWaiting: true,
  schemeTools: true,
  schemePreview: true,
  firstDay: true,
  lastDay: true,
  wave: { select: { lastDay: true } },
} as const satisfies Prisma.ParticipationSelect

function participationOf({
  wave: { lastDay: waveLastDay },
  lastDay: chosenLastDay,
  ...row
}: Prisma.ParticipationGetPayload<{ select: typeof columns }>): Participation {
  return { ...row, chosenLastDay, waveLastDay, lastDay: earlierDay(chosenLastDay, waveLastDay) }
}

/** Throws where the database has no such wave. */
export const readParticipation = async (
  client: Prisma.TransactionClient,
  waveId: string,
): Promise<Participation> =>
  participationOf(await client.participation.findUniqueOrThrow({ where: { waveId }, select: columns }))

/** That of the current wave. Throws DatabaseError: `outdated` where there is none. */
export async function readCurrentParticipation(client: Prisma.TransactionClient): Promise<Participation> {
  const row = await client.participation.findFirst({ where: { wave: { current: 1 } }, select: columns })
  if (row === null) throw noCurrentWave()
  return participationOf(row)
}
