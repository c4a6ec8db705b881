import { ageGroups, type AgeGroup } from '@/lib/anonymisation/age-groups'
import {
  hasSmallCell,
  distinguished,
  populationsShown,
  totalOf,
  type Atom,
} from '@/lib/anonymisation/small-cells'
import type { Figure } from '@/lib/comparison/figures'
import { populationCodes, type PopulationCode } from '@/lib/comparison/populations'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import { addAtoms, everyStatement, type Counts } from './counts'
import type { WeekBlock } from './dashboard-view'
import { shareKey } from './published-shares'
import { runBounds, type Cell } from './shown-runs'

/** Consecutive weeks with what was counted of their responses. */
export interface BlockCounts extends WeekBlock {
  readonly counts: Counts
}

/** What was counted in each block, each of one or more stored ones. */
type PerBlock = readonly (readonly Counts[])[]

const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0)

const numbers = (perBlock: PerBlock, numberOf: (counts: Counts) => number) =>
  perBlock.map((group) => sum(group.map(numberOf)))

/** Runs in which each of these numbers of people is `smallest` or more. */
const boundsOf = (sides: readonly (readonly number[])[], smallest: number) =>
  runBounds(sides[0]?.length ?? 0, (from, to) =>
    sides.every((perBlock) => sum(perBlock.slice(from, to)) >= smallest),
  )

/** All responses, shown for each block: blocks are large enough. */
export function responsesCell(perBlock: PerBlock): Cell {
  const bounds = Array.from({ length: perBlock.length + 1 }, (_, bound) => bound)
  return { name: 'responses', perBlock: numbers(perBlock, ({ responses }) => responses), bounds }
}

/**
 * How many people are in each age group. They add up to all responses, which are shown: so groups under `smallest` are
 * hidden, and the next smallest with them until the hidden ones, two at least, make up `smallest` people.
 */
export function ageCells(
  perBlock: PerBlock,
  smallest: number,
): readonly { readonly group: AgeGroup; readonly cell: Cell }[] {
  const inGroup = ({ responses, cells }: Counts, group: AgeGroup) =>
    group === 'unanswered'
      ? responses - cells.ageBand.answered.under35 - cells.ageBand.answered.from35
      : cells.ageBand.answered[group]
  const found = ageGroups.map((group) => ({
    group,
    people: numbers(perBlock, (counts) => inGroup(counts, group)),
  }))
  const hidden = found.toSorted((one, other) => sum(one.people) - sum(other.people))
  const isLarge = ({ people }: (typeof found)[number]) => sum(people) >= smallest
  const fewest = hidden.every(isLarge)
    ? 0
    : hidden.findIndex(
        (_, place) =>
          place > 0 &&
          hidden.slice(place + 1).every(isLarge) &&
          sum(hidden.slice(0, place + 1).map(({ people }) => sum(people))) >= smallest,
      ) + 1
  const kept = hidden.slice(fewest)
  const rest = perBlock.map((_, place) =>
    sum(hidden.slice(0, fewest).map(({ people }) => people[place] ?? 0)),
  )
  const sides = [...kept.map(({ people }) => people), ...(fewest > 0 ? [rest] : [])]
  const bounds = boundsOf(sides, smallest)
  return found.map(({ group, people }) => ({
    group,
    cell: {
      name: `ages/${group}`,
      perBlock: people,
      bounds: kept.some((one) => one.group === group) ? bounds : null,
    },
  }))
}

/**
 * How many people answered each item, shown where they and all others are `smallest` or more. Those who gave their age only
 * in the runs in which those who did not are shown as an age group: their sum would else tell a group that is hidden.
 */
export function answeredCells(
  perBlock: PerBlock,
  smallest: number,
): readonly { readonly item: ItemId; readonly cell: Cell; readonly isNearlyEveryone: boolean }[] {
  const all = numbers(perBlock, ({ responses }) => responses)
  const withoutAge = ageCells(perBlock, smallest).find(({ group }) => group === 'unanswered')
  const boundsOfAges = withoutAge?.cell.bounds ?? null
  return items.map(({ id }) => {
    const answered = numbers(perBlock, ({ cells }) =>
      sum(ageGroups.map((group) => cells[id].answered[group])),
    )
    const others = all.map((count, place) => count - (answered[place] ?? 0))
    return {
      item: id,
      cell: {
        name: `answered/${id}`,
        perBlock: answered,
        bounds: id === 'ageBand' ? boundsOfAges : boundsOf([answered, others], smallest),
      },
      isNearlyEveryone: sum(others) < smallest,
    }
  })
}

/** The people of a population of whom a statement is true, and those of whom it is false. */
interface StatementCells {
  readonly ofTrue: Cell
  readonly ofFalse: Cell
}

/**
 * The cells of every statement that may be shown, by `shareKey`: of the populations that `populationsShown` keeps for all
 * blocks together, in runs in which every group of people that these tell apart is still large enough on both sides.
 */
export function statementCells(
  perBlock: PerBlock,
  figures: readonly Pick<Figure, 'indicator' | 'population'>[],
  smallest: number,
): ReadonlyMap<string, StatementCells> {
  const shown = new Map<string, StatementCells>()
  for (const { indicator, statement } of everyStatement) {
    const { tool } = statement
    const atoms = perBlock.map((group) =>
      group.flatMap(({ statements }) =>
        statements
          .filter((one) => one.indicator === indicator && one.tool === tool)
          .flatMap((one) => one.atoms),
      ),
    )
    const whole = addAtoms(atoms.flat())
    const published = populationCodes.filter((population) =>
      figures.some((figure) => figure.indicator === indicator && figure.population === population),
    )
    const kept = populationsShown(whole, published, smallest)
    if (kept.length === 0) continue
    const bounds = statementBounds(atoms, whole, kept, smallest)
    for (const population of kept) {
      const key = shareKey({ indicator, population }, tool)
      const totals = atoms.map((ofBlock) => totalOf(ofBlock, population))
      shown.set(key, {
        ofTrue: { name: `${key}/true`, perBlock: totals.map(({ trueCount }) => trueCount), bounds },
        ofFalse: { name: `${key}/false`, perBlock: totals.map(({ falseCount }) => falseCount), bounds },
      })
    }
  }
  return shown
}

function statementBounds(
  atoms: readonly (readonly Atom<PopulationCode>[])[],
  whole: readonly Atom<PopulationCode>[],
  kept: readonly PopulationCode[],
  smallest: number,
): readonly number[] | null {
  const groups = [...distinguished(whole, kept).entries()]
    .filter(([, { trueCount, falseCount }]) => trueCount + falseCount > 0)
    .map(([membership]) => membership)
  return runBounds(atoms.length, (from, to) => {
    const inRun = distinguished(atoms.slice(from, to).flat(), kept)
    return groups.every((membership) => {
      const { trueCount, falseCount } = inRun.get(membership) ?? { trueCount: 0, falseCount: 0 }
      return !hasSmallCell([trueCount, falseCount], smallest)
    })
  })
}
