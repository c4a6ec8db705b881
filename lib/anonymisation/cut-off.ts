/** Which responses a release is made of: those of this cut-off and of all before it. */
export interface CutOffChoice {
  /** 1 for the first one of a wave. */
  readonly cutOff: number
  /** Whether it is made now; else the last one is delivered again. */
  readonly isNew: boolean
}

/**
 * The cut-off that a release is delivered of. `last` is the last one, null before the first; `newResponses` is how many
 * responses are stored that belong to none, 0 or more; k is the one that is asked for, or the largest of those that were
 * asked for since the last cut-off. A new one is made when there are at least k new responses: else who compares two files
 * would know that what is new in the second is of one of fewer than k people. null where there is nothing to deliver yet.
 *
 * Counted are responses that are there, and not contributions: who contributes and withdraws again brings no cut-off about.
 * Withdrawals bring none about either. What was withdrawn is in no later file, of whichever cut-off (see `renewPlan`).
 */
export function chooseCutOff(last: number | null, newResponses: number, k: number): CutOffChoice | null {
  if (newResponses >= k) return { cutOff: (last ?? 0) + 1, isNew: true }
  return last === null ? null : { cutOff: last, isNew: false }
}
