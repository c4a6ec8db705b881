import { smallestCell } from './small-cells'

const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0)

/**
 * Which parts of a whole may be shown beside it, by their numbers of people: those under `smallest` are hidden, and then the
 * next larger ones until the hidden parts are at least `smallest` people together, since that sum is what subtracting the
 * shown ones from the whole gives. A part in which nobody is is hidden, and counts for nothing: without it
 * the others may add up to the whole. Returns the places of the shown parts, in their order.
 */
export function partsShown(counts: readonly number[], smallest: number = smallestCell): readonly number[] {
  const present = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => one.count - other.count)
  const isSafe = (hiddenCount: number) => {
    const hidden = sum(present.slice(0, hiddenCount).map(({ count }) => count))
    const firstShown = present[hiddenCount]?.count ?? smallest
    return firstShown >= smallest && (hiddenCount === 0 || hidden >= smallest)
  }
  let hiddenCount = 0
  while (hiddenCount < present.length && !isSafe(hiddenCount)) hiddenCount += 1
  return present
    .slice(hiddenCount)
    .map(({ place }) => place)
    .toSorted((one, other) => one - other)
}
