import {
  parseDays,
  type ChosenBefore,
  type DayField,
  type ParsedDays,
} from '@/lib/contribution/contribution-days'
import { isThrough } from '@/lib/counts/week-days'
import type { Database } from '@/lib/db/engine/client'
import { patience } from '@/lib/db/engine/patience'
import { appendAudit } from './audit'
import { hasRealResponses } from './edition-responses'
import { listEditions } from './editions'
import type { Prisma } from './generated/sqlite/client'
import { readParticipation, takeTurn } from './participation'

/** The days of a wave on which answers are contributed, as far as they were chosen, and what else decides them. */
export async function readChosenDays(
  client: Prisma.TransactionClient,
  waveId: string,
): Promise<ChosenBefore> {
  const { firstDay, lastDay, chosenLastDay, waveLastDay } = await readParticipation(client, waveId)
  const isDemo = !(await hasRealResponses(client, waveId))
  const last = (await listEditions(client, { waveId, isDemo })).at(-1)
  const hasLastEdition = last !== undefined && isThrough(last.lastWeek, lastDay)
  return { chosen: { firstDay, lastDay: chosenLastDay }, waveLastDay, hasLastEdition }
}

interface Choice {
  readonly waveId: string
  /** What the form says, empty for no day. */
  readonly sent: Readonly<Record<DayField, string>>
  /** Id of the owner's account. */
  readonly actor: string
  readonly auditKey: string
  readonly now: Date
}

/** Stores the days that were chosen and records them where they are others, or does neither. Throws DatabaseError. */
export async function chooseContributionDays(
  database: Database,
  { waveId, sent, actor, auditKey, now }: Choice,
): Promise<ParsedDays> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      // Before it is read which editions there are: storing one takes its turn at the same row.
      await takeTurn(transaction, waveId)
      const before = await readChosenDays(transaction, waveId)
      const parsed = parseDays(sent, before, now)
      if (!parsed.ok) return parsed
      const { firstDay, lastDay } = parsed.days
      if (firstDay === before.chosen.firstDay && lastDay === before.chosen.lastDay) return parsed
      await transaction.participation.update({
        where: { waveId },
        data: { firstDay, lastDay },
        select: { waveId: true },
      })
      const details = { firstDay: firstDay ?? 'none', lastDay: lastDay ?? 'none' }
      const chosen = { action: 'contributionDaysChosen', subject: waveId, outcome: 'succeeded' } as const
      await appendAudit(transaction, auditKey, { ...chosen, actor, details }, now)
      return parsed
    }, patience.change),
  )
}
