import { z } from 'zod'
import { dayOf } from '@/lib/clock/known-time'
import type { ContributionDays } from './openness'

/** What is wrong with a day that was typed. */
export type DayProblem =
  | 'notDay'
  /** It is over: what happened until then cannot be changed. */
  | 'past'
  /** It comes before the first day. */
  | 'order'
  /** It comes after the wave’s own last day. */
  | 'afterWave'
  /** The last edition was made: it says that nobody contributes any more. */
  | 'ended'

export type DayField = keyof ContributionDays
export const dayFields = ['firstDay', 'lastDay'] as const satisfies readonly DayField[]

/** What is known of a wave when its days are chosen. */
export interface ChosenBefore {
  /** As owners chose them before. */
  readonly chosen: ContributionDays
  /** The last day that the wave came with; null where it came without one. */
  readonly waveLastDay: string | null
  /** Whether an edition has everything until the last day. */
  readonly hasLastEdition: boolean
}

export type ParsedDays =
  | { readonly ok: true; readonly days: ContributionDays }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<DayField, DayProblem>>> }

/** The earlier of two days, of which null is none. */
export function earlierDay(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

/** Reads the days that a form says, empty for none, at the moment `now`; all problems, or both days. */
export function parseDays(
  sent: Readonly<Record<DayField, string>>,
  { chosen, waveLastDay, hasLastEdition }: ChosenBefore,
  now: Date,
): ParsedDays {
  const problems: Partial<Record<DayField, DayProblem>> = {}
  const [firstDay, lastDay] = dayFields.map((name) => {
    const text = sent[name].trim()
    if (text === '') return null
    if (!z.iso.date().safeParse(text).success) problems[name] = 'notDay'
    return text
  })
  const days = { firstDay: firstDay ?? null, lastDay: lastDay ?? null }
  if (problems.lastDay === undefined && days.lastDay !== chosen.lastDay) {
    if (hasLastEdition) problems.lastDay = 'ended'
    else if (days.lastDay !== null && days.lastDay < dayOf(now)) problems.lastDay = 'past'
    else if (days.lastDay !== null && waveLastDay !== null && days.lastDay > waveLastDay)
      problems.lastDay = 'afterWave'
  }
  const last = earlierDay(days.lastDay, waveLastDay)
  const isKnown = Object.keys(problems).length === 0
  if (isKnown && days.firstDay !== null && last !== null && days.firstDay > last) problems.firstDay = 'order'
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, days }
}
