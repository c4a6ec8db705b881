import { smallestCell } from './small-cells'

/** Consecutive parts, counted from 0: from the part `start` up to, and without, the part `end`. */
export interface PartRange {
  readonly start: number
  readonly end: number
}

/**
 * Cuts consecutive parts of people into runs: from the first part on, each as short as it can be with at least `smallest`
 * people of every kind in it; parts that are left over join the last run. `parts` has for each part how many people of each
 * kind are in it, the kinds in the same order and in the same number. A kind with nobody in any part is not asked about.
 * Returns before which part each run ends, so that the last one is the number of parts; [] where all parts together, or
 * none, are not enough.
 */
export function runEnds(
  parts: readonly (readonly number[])[],
  smallest: number = smallestCell,
): readonly number[] {
  const kinds = (parts[0] ?? []).map((_, kind) => kind)
  const present = kinds.filter((kind) => parts.some((part) => (part[kind] ?? 0) > 0))
  if (present.length === 0) return []
  const ends: number[] = []
  let sums = present.map(() => 0)
  for (const [place, part] of parts.entries()) {
    sums = sums.map((sum, index) => sum + (part[present[index] ?? 0] ?? 0))
    if (sums.some((sum) => sum < smallest)) continue
    ends.push(place + 1)
    sums = present.map(() => 0)
  }
  return ends.length === 0 ? [] : [...ends.slice(0, -1), parts.length]
}

/** Whether a range is made of whole runs. */
export function isOfRuns({ start, end }: PartRange, ends: readonly number[]): boolean {
  return start < end && ends.includes(end) && (start === 0 || ends.includes(start))
}
