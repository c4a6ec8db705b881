import { smallestCell } from '@/lib/anonymisation/small-cells'
import { addDays } from './iso-week'

/** From how many people on something is shown of participants. Whole numbers. */
export interface Thresholds {
  /** Number of responses from which on anything is shown, 50 or more. */
  readonly participantsShownFrom: number
  /** The smallest number of people that is shown, 11 or more. */
  readonly smallestCell: number
}

/** What the thresholds are never under. */
export const leastThresholds: Thresholds = { participantsShownFrom: 50, smallestCell }

/** Number of contributions between two snapshots, so that what one person changed cannot be read from two of them. */
export const newResponsesPerSnapshot = smallestCell

/** When the last snapshot was taken, and how many contributions there had ever been by then. */
export interface SnapshotMoment {
  /** A day, `YYYY-MM-DD`, in UTC. */
  readonly takenOn: string
  /** Contributions, those erased by age since included, those withdrawn not; 0 or more. */
  readonly contributedCount: number
}

/**
 * Whether a new snapshot may replace the previous one: at most once a day, and only after `newResponsesPerSnapshot`
 * contributions. `previous` is null before the first one; `contributedCount` counts contributions as `SnapshotMoment` does;
 * `today` is a day, `YYYY-MM-DD`, in UTC. A previous day that lies in the future (a clock was wrong) is not earlier.
 */
export function mayRetake(previous: SnapshotMoment | null, contributedCount: number, today: string): boolean {
  if (previous === null) return contributedCount >= newResponsesPerSnapshot
  return previous.takenOn < today && contributedCount - previous.contributedCount >= newResponsesPerSnapshot
}

/** For how many days after a snapshot the next one may wait for the week that has begun. */
const patienceDays = 7

/**
 * Whether a new snapshot should rather be taken on a later day, when more than a few have contributed in the present week: a
 * week with fewer than `smallestCell` responses is counted in one block with the week before it, from then on for ever (see
 * `nextBlocks`). It waits for a week at most, else it might wait for ever where few contribute. `responsesThisWeek`: 0 or more.
 */
export function shouldWaitForWeek(
  { takenOn }: SnapshotMoment,
  responsesThisWeek: number,
  today: string,
): boolean {
  const isFew = responsesThisWeek > 0 && responsesThisWeek < smallestCell
  return isFew && today < addDays(new Date(takenOn), patienceDays).toISOString().slice(0, 10)
}
