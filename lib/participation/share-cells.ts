import { isOfRuns, runEnds, type PartRange } from '@/lib/anonymisation/runs'
import { distinguished, populationsShown, totalOf, type TruthCounts } from '@/lib/anonymisation/small-cells'
import type { Figure } from '@/lib/comparison/figures'
import { populationCodes, type PopulationCode } from '@/lib/comparison/populations'
import type { Tool } from '@/lib/instrument/tools'
import { addAtoms, everyStatement, type Counts, type StatementCounts } from './counts'
import type { PublishedShare } from './published-shares'
import { roundedBetween, type Roll } from './rounded-counts'
import { wilsonInterval } from './wilson-interval'

export type FigureKey = Pick<Figure, 'indicator' | 'population'>

/** Names what is shown beside a figure, for its statement about a tool. */
export const shareKey = ({ indicator, population }: FigureKey, tool: Tool | null) =>
  [indicator, tool, population].join('/')

type Statement = Pick<StatementCounts, 'indicator' | 'tool'>

/** What may be shown of one statement, by parts of the responses: blocks of weeks, or all of them as one part. */
export interface ShareCell extends Statement {
  /** Where the ranges of parts that are shown may begin and end, see `runEnds`. */
  readonly ends: readonly number[]
  readonly populations: readonly {
    readonly population: PopulationCode
    /** By the number of parts, from none to all: the exact numbers of people in so many of the first parts. */
    readonly inFirst: readonly TruthCounts[]
  }[]
}

const nobody: TruthCounts = { trueCount: 0, falseCount: 0 }

const statementKey = ({ indicator, tool }: Statement) => `${indicator}/${tool}`

function cumulate(atoms: readonly StatementCounts['atoms'][], population: PopulationCode): TruthCounts[] {
  let { trueCount, falseCount }: TruthCounts = nobody
  const sums = atoms.map((part) => {
    const total = totalOf(part, population)
    trueCount += total.trueCount
    falseCount += total.falseCount
    return { trueCount, falseCount }
  })
  return [nobody, ...sums]
}

/**
 * What may be shown of statements, for ranges of consecutive parts of the responses. The populations are those that
 * `populationsShown` keeps for all parts together, everyone before the groups. A range is shown where it begins and ends
 * between runs of parts: a run has, of each group of people that the shown populations tell apart, at least `smallest` of
 * whom the statement is true and as many of whom it is false.
 *
 * Why no subtraction of ranges leads to fewer. Every shown number is a sum over whole runs and whole groups. However such
 * numbers are added and subtracted, all people of one group in one run count alike in the result: whoever can be singled
 * out is a union of these, each of which is large enough on both sides, or empty because nobody at all is in the group.
 */
export function shareCells(
  parts: readonly Counts[],
  figures: readonly FigureKey[],
  smallest: number,
): readonly ShareCell[] {
  const byStatement = parts.map(
    ({ statements }) => new Map(statements.map((counted) => [statementKey(counted), counted.atoms])),
  )
  return everyStatement.flatMap(({ indicator, statement: { tool } }) => {
    const atoms = byStatement.map((part) => part.get(statementKey({ indicator, tool })) ?? [])
    const published = populationCodes.filter((population) =>
      figures.some((figure) => figure.indicator === indicator && figure.population === population),
    )
    const whole = addAtoms(atoms.flat())
    const populations = populationsShown(whole, published, smallest)
    if (populations.length === 0) return []
    const groups = [...distinguished(whole, populations).keys()]
    const ends = runEnds(
      atoms.map((part) => {
        const counted = distinguished(part, populations)
        return groups.flatMap((group) => {
          const { trueCount, falseCount } = counted.get(group) ?? nobody
          return [trueCount, falseCount]
        })
      }),
      smallest,
    )
    return [
      {
        indicator,
        tool,
        ends,
        populations: populations.map((population) => ({ population, inFirst: cumulate(atoms, population) })),
      },
    ]
  })
}

/**
 * What is shown of a range of parts, by `shareKey`. People of whom the statement is true and those of whom it is false are
 * rounded each by itself, and all else follows from these two.
 */
export function sharesIn(
  cells: readonly ShareCell[],
  range: PartRange,
  roll: Roll,
): ReadonlyMap<string, PublishedShare> {
  const shares = new Map<string, PublishedShare>()
  for (const { indicator, tool, populations, ends } of cells) {
    if (!isOfRuns(range, ends)) continue
    for (const { population, inFirst } of populations) {
      const key = shareKey({ indicator, population }, tool)
      const rounded = (side: 'trueCount' | 'falseCount', name: string) => {
        const [before = 0, upTo = 0] = [range.start, range.end].map((place) => inFirst[place]?.[side])
        return roundedBetween(`${key}/${name}`, { before, upTo }, roll)
      }
      const roundedTrue = rounded('trueCount', 'true')
      const count = roundedTrue + rounded('falseCount', 'false')
      const interval = wilsonInterval(roundedTrue, count)
      if (interval) shares.set(key, { count, sharePercent: (100 * roundedTrue) / count, ...interval })
    }
  }
  return shares
}
