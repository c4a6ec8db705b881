import type { Tool } from '@/lib/instrument/tools'
import type { Counts } from './counts'
import { roundedBetween, type Roll } from './rounded-counts'
import { shareCells, shareKey, sharesIn, type FigureKey } from './share-cells'
import type { Thresholds } from './thresholds'
import type { ShareInterval } from './wilson-interval'

/** What is shown of participants beside a figure, computed from rounded numbers of people only. */
export interface PublishedShare extends ShareInterval {
  /** How many participants belong to the figure's population and answered: a multiple of five, 10 or more. */
  readonly count: number
  /** The share of them of whom the statement is true, in percent, 0 to 100; within its 95 % interval. */
  readonly sharePercent: number
}

export interface PublishedShares {
  /** How many responses were counted, a multiple of five; null while they are too few for anything to be shown. */
  readonly responseCount: number | null
  /** Only what may be shown; read it with `publishedShareOf`. */
  readonly shares: ReadonlyMap<string, PublishedShare>
}

/**
 * What may be shown of participants beside the published figures. Nothing at all while fewer than
 * `thresholds.participantsShownFrom` responses are counted; then, for each statement, what `shareCells` keeps.
 *
 * The rule of small cells looks at one statement at a time. Two statements of which one implies the other (`benefit.any`
 * and each benefit) can differ by fewer people: there it is the rounding alone that hides how many, each difference
 * of two rounded counts being up to 8 people off.
 */
export function publishedShares(
  counts: Counts,
  figures: readonly FigureKey[],
  roll: Roll,
  thresholds: Thresholds,
): PublishedShares {
  const { responses } = counts
  if (responses < thresholds.participantsShownFrom) return { responseCount: null, shares: new Map() }
  const cells = shareCells([counts], figures, thresholds.smallestCell)
  return {
    responseCount: roundedBetween('responses', { before: 0, upTo: responses }, roll),
    shares: sharesIn(cells, { start: 0, end: 1 }, roll),
  }
}

/** What may be shown beside a figure, for its statement about a tool (null: about none); null: nothing. */
export function publishedShareOf(
  { shares }: PublishedShares,
  figure: FigureKey,
  tool: Tool | null,
): PublishedShare | null {
  return shares.get(shareKey(figure, tool)) ?? null
}
