const ascending = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)

/** The smallest of the numbers that a share of them (from 0 to 1) does not exceed. NaN of none. */
export function percentile(numbers: readonly number[], share: number): number {
  return ascending(numbers)[Math.max(Math.ceil(share * numbers.length), 1) - 1] ?? Number.NaN
}

/** The middle one, or the mean of the two in the middle. NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = ascending(numbers)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}
