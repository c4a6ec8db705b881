import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import { populationsShown, totalOf } from '@/lib/anonymisation/small-cells'
import type { Figure } from '@/lib/comparison/figures'
import { populationCodes } from '@/lib/comparison/populations'
import type { Tool } from '@/lib/instrument/tools'
import type { Counts } from './counts'
import type { Thresholds } from './thresholds'
import { wilsonInterval, type ShareInterval } from './wilson-interval'

/** What is shown of participants beside a figure, computed from rounded numbers of people only. */
export interface PublishedShare extends ShareInterval {
  /** How many participants belong to the figure's population and answered: a multiple of five, 20 or more. */
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

type FigureKey = Pick<Figure, 'indicator' | 'population'>

/** Names a share, and its two cells with `/true` and `/false` after it. */
export const shareKey = ({ indicator, population }: FigureKey, tool: Tool | null) =>
  [indicator, tool, population].join('/')

/** The share that rounded numbers of people make up; null where both are 0. */
export function shareOf(trueCount: number, falseCount: number): PublishedShare | null {
  const count = trueCount + falseCount
  const interval = wilsonInterval(trueCount, count)
  return interval && { count, sharePercent: (100 * trueCount) / count, ...interval }
}

/**
 * What may be shown of participants beside the published figures. Nothing at all while fewer than `thresholds.participantsShownFrom`
 * responses are counted; then, for each statement, what `populationsShown` keeps, everyone before the groups. People of
 * whom the statement is true and those of whom it is false are rounded each by itself, and all else follows from these two.
 *
 * `roll` gives a random number of 0 or more and less than 1 for a text that names a cell and its exact count. It must give
 * the same one for the same text, and another one to who does not know its key, as a keyed hash does: then asking again
 * tells nothing new, and no one can undo the rounding.
 *
 * The rule of small cells looks at one statement at a time. Two statements of which one implies the other (`benefit.any`
 * and each benefit) can differ by fewer people: there it is the rounding alone that hides how many, each difference
 * of two rounded counts being up to 8 people off.
 */
export function publishedShares(
  counts: Counts,
  figures: readonly FigureKey[],
  roll: (cell: string) => number,
  thresholds: Thresholds,
): PublishedShares {
  if (counts.responses < thresholds.participantsShownFrom) return { responseCount: null, shares: new Map() }
  const rounded = (cell: string, count: number) => randomlyRounded(count, roll(`${cell}/${count}`))

  const shares = new Map<string, PublishedShare>()
  for (const { indicator, tool, atoms } of counts.statements) {
    const published = populationCodes.filter((population) =>
      figures.some((figure) => figure.indicator === indicator && figure.population === population),
    )
    for (const population of populationsShown(atoms, published, thresholds.smallestCell)) {
      const key = shareKey({ indicator, population }, tool)
      const { trueCount, falseCount } = totalOf(atoms, population)
      const share = shareOf(rounded(`${key}/true`, trueCount), rounded(`${key}/false`, falseCount))
      if (share) shares.set(key, share)
    }
  }
  return { responseCount: rounded('responses', counts.responses), shares }
}

/** What may be shown beside a figure, for its statement about a tool (null: about none); null: nothing. */
export function publishedShareOf(
  { shares }: PublishedShares,
  figure: FigureKey,
  tool: Tool | null,
): PublishedShare | null {
  return shares.get(shareKey(figure, tool)) ?? null
}
