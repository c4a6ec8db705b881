/** Bounds of a share or of a change, in percent or in points. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

/** The samples, in percent, in which bounds hold. */
export const marginLevelPercent = 95

/** Of a normal distribution, `marginLevelPercent` lie within so many standard deviations. */
const z95 = 1.959964

/**
 * The bounds between which the share of a population lies in 95 of 100 samples drawn at random, 0 to 100: the score interval of
 * Wilson (1927), which holds near 0 and 100 as well. `sharePercent` 0 to 100, `baseSize` people, at least 1. Of a quota sample it is
 * an indication only: it is not drawn at random.
 */
export function shareBounds(sharePercent: number, baseSize: number): Bounds {
  const share = sharePercent / 100
  const z2 = z95 ** 2 / baseSize
  const middle = (share + z2 / 2) / (1 + z2)
  const half = (z95 * Math.sqrt((share * (1 - share)) / baseSize + z2 / (4 * baseSize))) / (1 + z2)
  return { low: Math.max(0, (middle - half) * 100), high: Math.min(100, (middle + half) * 100) }
}

/** A share of so many people. */
interface Share {
  readonly sharePercent: number
  readonly baseSize: number
}

/**
 * The bounds of a change between two independent samples in points, -100 to 100: the hybrid score interval of Newcombe (1998,
 * method 10). If 0 lies between them, the change cannot be told from chance.
 */
export function changeBounds(before: Share, after: Share): Bounds {
  const [from, to] = [before, after].map(({ sharePercent, baseSize }) => ({
    share: sharePercent,
    ...shareBounds(sharePercent, baseSize),
  })) as [Bounds & { share: number }, Bounds & { share: number }]
  const change = to.share - from.share
  return {
    low: change - Math.hypot(to.share - to.low, from.high - from.share),
    high: change + Math.hypot(to.high - to.share, from.share - from.low),
  }
}
