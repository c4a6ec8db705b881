/** Up to when responses are in a release. */
export interface CutOff {
  /** The last ISO week, `YYYY-Www`, of which responses are in it. */
  readonly week: string
  /** Whether it is the cut-off of the last release again, since fewer new responses came than have to. */
  readonly isRepeated: boolean
  /** How many responses came after the last release's cut-off, and until the end of the last whole week. */
  readonly newCount: number
}

/**
 * The cut-off of the next release: the end of the last week that is over, since of a response only the week is known, and
 * since nobody can contribute to that week any more. Where fewer than `fewest` responses came since the last delivered
 * release, its cut-off again: whoever holds both files could else tell by their difference what those few answered.
 * `perWeek`: numbers of responses by ISO week; `lastWeek`: the last delivered cut-off, null when nothing was delivered;
 * `endedWeek`: the last week that is over.
 *
 * Source: "differencing", in A. Hundepool et al., Statistical Disclosure Control, Wiley 2012.
 */
export function nextCutOff(
  perWeek: ReadonlyMap<string, number>,
  lastWeek: string | null,
  endedWeek: string,
  fewest: number,
): CutOff {
  const newCount = [...perWeek]
    .filter(([week]) => week <= endedWeek && (lastWeek === null || week > lastWeek))
    .reduce((sum, [, count]) => sum + count, 0)
  const isRepeated = lastWeek !== null && newCount < fewest
  return { week: isRepeated ? lastWeek : endedWeek, isRepeated, newCount }
}
