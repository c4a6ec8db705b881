import { lastEndedWeek } from '@/lib/counts/ended-week'
import { isThrough } from '@/lib/counts/week-days'
import { noTools, readScheme } from '@/lib/db/edition-row'
import { countPerWeek, hasRealResponses, type EditionScope } from '@/lib/db/edition-responses'
import { listEditions } from '@/lib/db/editions'
import type { Reading } from '@/lib/db/engine/read-consistently'
import { readParticipation } from '@/lib/db/participation'
import { findCurrentWave } from '@/lib/db/waves/current-wave'
import type { Scheme } from '@/lib/disclosure/microdata/scheme'
import type { OwnerSettings } from '@/lib/settings/owner-settings'
import { countSince, isEditionDue, rhythmOf, type PerWeek } from './due'

/** What decides whether an edition is due, beside the responses. */
export type EditionRules = Pick<OwnerSettings, 'smallestGroup' | 'yearlyEditions'>

/** The next edition of a wave. */
export interface EditionPlan {
  readonly scope: EditionScope
  /** Its number, from 1. */
  readonly number: number
  /** ISO week: responses of this week and of earlier ones. */
  readonly lastWeek: string
  readonly scheme: Scheme
  readonly smallestGroup: number
  /** Exact number of the responses by then. */
  readonly contributionCount: number
  /** Exact number of those withdrawn since the edition before. */
  readonly withdrawnCount: number
  /** Responses of the wave that were ever deleted by then. */
  readonly deletionCount: number
}

/** Made-up responses have editions only where there are no real ones. Throws DatabaseError. */
export async function scopeOf(reading: Reading, waveId: string): Promise<EditionScope> {
  return { waveId, isDemo: !(await hasRealResponses(reading, waveId)) }
}

/** Plans the next edition of a wave at the moment `now`; null where none is due. Throws DatabaseError. */
export async function planEdition(
  reading: Reading,
  waveId: string,
  { smallestGroup, yearlyEditions }: EditionRules,
  now: Date,
): Promise<EditionPlan | null> {
  const scope = await scopeOf(reading, waveId)
  const earlier = await listEditions(reading, scope)
  const perWeek: PerWeek = await countPerWeek(reading, scope)
  const { lastDay, schemeTools, withdrawnCount, deletionCount } = await readParticipation(reading, waveId)
  const lastWeek = lastEndedWeek(now)
  // To a wave that is not the current one nobody contributes any more.
  const isWaveOver = waveId !== (await findCurrentWave(reading)).id || isThrough(lastWeek, lastDay)
  const rhythm = rhythmOf(yearlyEditions)
  if (!isEditionDue(earlier, perWeek, lastWeek, { rhythm, isWaveOver })) return null
  const last = earlier.at(-1)
  return {
    scope,
    number: (last?.number ?? 0) + 1,
    lastWeek,
    // Frozen with the first edition: files of two schemes, laid over each other, would tell more than each.
    scheme: readScheme(last?.schemeTools ?? schemeTools ?? noTools),
    smallestGroup: Math.max(smallestGroup, last?.smallestGroup ?? 0),
    contributionCount: countSince(perWeek, null, lastWeek),
    withdrawnCount,
    deletionCount,
  }
}
