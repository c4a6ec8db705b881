import type { ItemId } from '@/lib/instrument/catalogue'
import type { Comparison } from './compare'
import { indicatorOf } from './indicators'
import { jointShare, type JointShare } from './joint-share'

/** How many people can share all of one person's answers about trust, and which answers those are. */
export interface TrustProfile extends JointShare {
  readonly items: readonly ItemId[]
}

/**
 * The trust profile of a comparison: bounds for the share of all French people who answer every question about trust as
 * this person does. null where fewer than two such answers can be compared.
 */
export function trustProfile(comparisons: readonly Comparison[]): TrustProfile | null {
  const answered = comparisons
    .filter(({ figure }) => figure.population === 'french' && indicatorOf(figure.indicator).theme === 'trust')
    .flatMap(({ readings }) => readings)
    .filter((reading) => reading.kind === 'comparable')
  const bounds = jointShare(
    answered.map(({ sameAnswerPercent, sameAnswerQualifier }) => ({
      percent: sameAnswerPercent,
      qualifier: sameAnswerQualifier,
    })),
  )
  return bounds && { ...bounds, items: answered.flatMap(({ item }) => item ?? []) }
}
