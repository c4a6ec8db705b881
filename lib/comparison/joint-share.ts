import type { ShareQualifier } from './compare'

/** One share of a population, in percent, 0 to 100. */
export interface Share {
  readonly percent: number
  readonly qualifier: ShareQualifier
}

/** Between which two shares of a population the share of people who have several properties at once must lie. */
export interface JointShare {
  /** In percent, 0 to 100, never above `upperPercent`. */
  readonly lowerPercent: number
  readonly upperPercent: number
  /** One of the shares was published as "about" so much: so are the bounds. */
  readonly isApproximate: boolean
}

/** The smallest and the largest value that a published share can have, in percent. */
function range({ percent, qualifier }: Share): readonly [number, number] {
  if (qualifier === 'more_than') return [percent, 100]
  if (qualifier === 'less_than') return [0, percent]
  return [percent, percent]
}

/**
 * How many people can have all of several properties, when only the share of each is known: at least
 * max(0, p1 + … + pn - (n - 1) · 100), at most min(p1, …, pn). Both can be reached, and nothing narrower follows from the
 * single shares. null for fewer than two shares, where nothing is joint.
 *
 * Source: M. Fréchet, "Généralisation du théorème des probabilités totales", Fundamenta Mathematicae 25 (1935), 379-387.
 */
export function jointShare(shares: readonly Share[]): JointShare | null {
  if (shares.length < 2) return null
  const lowest = shares.map((share) => range(share)[0])
  const highest = shares.map((share) => range(share)[1])
  const sum = lowest.reduce((total, percent) => total + percent, 0)
  return {
    lowerPercent: Math.max(0, sum - 100 * (shares.length - 1)),
    upperPercent: Math.min(...highest),
    isApproximate: shares.some(({ qualifier }) => qualifier === 'about'),
  }
}
