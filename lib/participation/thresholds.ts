/** Number of responses from which on anything is shown of participants. */
export const participantsShownFrom = 50

/** Number of contributions between two snapshots, so that what one person changed cannot be read from two of them. */
export const newResponsesPerSnapshot = 11

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
