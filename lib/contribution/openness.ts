import { dayOf } from '@/lib/clock/known-time'

/** The days on which answers are contributed to a wave, `YYYY-MM-DD` in UTC, both included; null: no such end. */
export interface ContributionDays {
  readonly firstDay: string | null
  readonly lastDay: string | null
}

/** Why answers cannot be contributed now. */
export type Closed =
  /** For good, since the last day of the wave. */
  | { readonly reason: 'over'; readonly day: string }
  /** Nobody can know who would receive the answers, or write to them. */
  | { readonly reason: 'operatorUnnamed' }
  /** An owner has closed them, and may open them again. */
  | { readonly reason: 'byHand' }
  /** Before the first day. */
  | { readonly reason: 'notYet'; readonly day: string }

/** Whether answers can be contributed now. */
export type Openness = { readonly isOpen: true } | ({ readonly isOpen: false } & Closed)

interface State extends ContributionDays {
  /** Whether owners let people contribute. */
  readonly isLetIn: boolean
  /** Whether the operator’s name and address are said. */
  readonly isOperatorNamed: boolean
}

/** Whether the last day of a wave is over. */
export function isOver({ lastDay }: Pick<ContributionDays, 'lastDay'>, now: Date): boolean {
  return lastDay !== null && dayOf(now) > lastDay
}

/** Whether answers can be contributed at the moment `now`; where not, the reason that lasts longest. */
export function opennessOf({ firstDay, lastDay, isLetIn, isOperatorNamed }: State, now: Date): Openness {
  if (lastDay !== null && isOver({ lastDay }, now)) return { isOpen: false, reason: 'over', day: lastDay }
  if (!isOperatorNamed) return { isOpen: false, reason: 'operatorUnnamed' }
  if (!isLetIn) return { isOpen: false, reason: 'byHand' }
  if (firstDay !== null && dayOf(now) < firstDay) return { isOpen: false, reason: 'notYet', day: firstDay }
  return { isOpen: true }
}
