/** Counts are shown as multiples of this. */
export const roundingBase = 5

/**
 * A number of people rounded at random to a multiple of `roundingBase`: down or up to a neighbouring multiple, up the more
 * often the nearer that one is, so that it is right on average. `count` is a whole number, 0 or more; a multiple of the base stays as
 * it is. `uniform` is a random number of 0 or more and less than 1: the same one for the same count of the same cell, or
 * asking often enough would tell the count. The result differs from the count by less than the base.
 * Throws a RangeError where the two are not such numbers.
 *
 * With count = 5q + r, up with probability r / 5: (1 - r/5) · 5q + r/5 · (5q + 5) = 5q + r.
 *
 * Source: M. S. Nargundkar and W. Saveland, "Random rounding to prevent statistical disclosure", Proceedings of the
 * American Statistical Association, Social Statistics Section (1972), 382-385; so does the census of Canada.
 */
export function randomlyRounded(count: number, uniform: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is no number of people`)
  if (!(uniform >= 0 && uniform < 1)) throw new RangeError(`${uniform} is no number between 0 and 1`)
  const rest = count % roundingBase
  return count - rest + (uniform * roundingBase < rest ? roundingBase : 0)
}
