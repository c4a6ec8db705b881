/** Why a contribution was not kept. */
export type ContributionRefusal =
  /** Nobody can contribute, since the page was loaded: `Closed` has why. */
  | 'closed'
  /** The consent was not given, or to words that have changed since. */
  | 'consent'
  /** Other answers were compared since the form was shown. */
  | 'changed'
  /** There is no answer to keep. */
  | 'nothing'
  /** The comparison has expired. */
  | 'expired'
  /** Too many came from this address. */
  | 'tooMany'
  /** The site's clock is behind the days that its database has seen. */
  | 'wrongClock'
  /** The database did not keep it. */
  | 'notKept'
  /** The site did not answer. */
  | 'unreachable'

export interface RefusedContribution {
  readonly reason: ContributionRefusal
  /** In how many minutes it can be tried again; 0: at once. */
  readonly retryMinutes: number
}

/** Why no response was withdrawn. A wrong, a used and an expired code are all `unknown`. */
export type WithdrawalRefusal = 'malformed' | 'unknown' | 'tooMany' | 'notWithdrawn' | 'unreachable'

export interface RefusedWithdrawal {
  readonly reason: WithdrawalRefusal
  readonly retryMinutes: number
  /** The code as it was typed. */
  readonly typed: string
}
