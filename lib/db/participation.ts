import { earlierDay } from '@/lib/contribution/contribution-days'
import type { Prisma } from './generated/sqlite/client'

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

/** Throws where the database has no such wave. */
export async function readParticipation(
  client: Prisma.TransactionClient,
  waveId: string,
): Promise<Participation> {
  const {
    wave,
    lastDay: chosenLastDay,
    ...row
  } = await client.participation.findUniqueOrThrow({
    where: { waveId },
    select: {
      withdrawnCount: true,
      deletionCount: true,
      hasEnoughWaiting: true,
      schemeTools: true,
      schemePreview: true,
      firstDay: true,
      lastDay: true,
      wave: { select: { lastDay: true } },
    },
  })
  const { lastDay: waveLastDay } = wave
  return { ...row, chosenLastDay, waveLastDay, lastDay: earlierDay(chosenLastDay, waveLastDay) }
}
