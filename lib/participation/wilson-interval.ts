/** How often such intervals contain the share, over many samples. */
export const confidenceLevel = 0.95

/** The 97.5 % quantile of the standard normal distribution: 95 % lie within so many standard deviations. */
export const confidenceQuantile = 1.959964
const z = confidenceQuantile

/** Between which two shares, in percent, 0 to 100. */
export interface ShareInterval {
  readonly lowerPercent: number
  readonly upperPercent: number
}

/**
 * Wilson's score interval, at 95 %, for the share that `count` is of `base`: both whole numbers of people, the count
 * between 0 and the base. It always contains that share, stays within 0 and 100, and is wide enough for small bases, where
 * the usual share ± 1.96 standard errors is too narrow. It covers the chance of who answered, not that participants
 * chose to take part. null where the base is 0. Throws a RangeError for a count that is no part of the base.
 *
 * Sources: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (1927), 209-212; recommended by L. D. Brown, T. T. Cai and A. DasGupta, "Interval estimation
 * for a binomial proportion", Statistical Science 16 (2001), 101-133.
 */
export function wilsonInterval(count: number, base: number): ShareInterval | null {
  if (!(count >= 0 && count <= base)) throw new RangeError(`${count} people are no part of ${base}`)
  if (base === 0) return null
  const share = count / base
  const centre = share + z ** 2 / (2 * base)
  const halfWidth = z * Math.sqrt((share * (1 - share)) / base + z ** 2 / (4 * base ** 2))
  const scale = 1 + z ** 2 / base
  return {
    // Exactly 0 and 100 at the ends, whatever the last bit of the division says.
    lowerPercent: count === 0 ? 0 : (100 * (centre - halfWidth)) / scale,
    upperPercent: count === base ? 100 : (100 * (centre + halfWidth)) / scale,
  }
}
