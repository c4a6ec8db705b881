import { smallestCell } from '@/lib/anonymisation/small-cells'

/** From how many people on something is shown of participants. Whole numbers. */
export interface Thresholds {
  /** Number of responses from which on anything is shown, 50 or more. */
  readonly participantsShownFrom: number
  /** The smallest number of people that is shown, 11 or more. */
  readonly smallestCell: number
}

/** What the thresholds are never under. */
export const leastThresholds: Thresholds = { participantsShownFrom: 50, smallestCell }

/** When the last snapshot was taken, and how many contributions there had ever been by then. */
export interface SnapshotMoment {
  /** A day, `YYYY-MM-DD`, in UTC. */
  readonly takenOn: string
  /** Contributions, those erased by age since included, those withdrawn not; 0 or more. */
  readonly contributedCount: number
}

/**
 * Whether a new snapshot may replace the previous one: at most once a day, and only after as many new contributions as the
 * smallest number of people that is shown, so that what one person changed cannot be read from two of them. `previous` is null
 * before the first one; `contributedCount` counts contributions as `SnapshotMoment` does; `today` is a day, `YYYY-MM-DD`, in
 * UTC. A previous day that lies in the future (a clock was wrong) is not earlier.
 */
export function mayRetake(
  previous: SnapshotMoment | null,
  contributedCount: number,
  today: string,
  { smallestCell: newContributions }: Pick<Thresholds, 'smallestCell'>,
): boolean {
  if (previous === null) return contributedCount >= newContributions
  return previous.takenOn < today && contributedCount - previous.contributedCount >= newContributions
}
