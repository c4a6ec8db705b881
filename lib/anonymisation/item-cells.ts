import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { ageGroups, type AgeGroup, type ByAgeGroup } from './age-groups'
import { smallestCell } from './small-cells'

/** How many people answered an item, and how many of them chose each option: one each, or several for some items. */
export interface ItemCells {
  readonly answered: ByAgeGroup
  readonly chosen: Readonly<Record<string, ByAgeGroup>>
}

/** Which of one option's numbers may be shown: its total over all ages, and those of each age group. */
export type ShownLine = Readonly<Record<'total' | AgeGroup, boolean>>

/** The same for all numbers of an item. */
export interface ShownItemCells {
  readonly answered: ShownLine
  readonly chosen: Readonly<Record<string, ShownLine>>
}

/** An option; null: all who answered and did not choose the option beside it. */
interface Row {
  readonly option: string | null
  readonly counts: ByAgeGroup
}

const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0)

const peopleIn = (groups: readonly AgeGroup[], counts: ByAgeGroup) =>
  sum(groups.map((group) => counts[group]))

/** Tables of which every column adds up to those who answered: one of all options, or one for each where they overlap. */
function tablesOf(kind: CatalogueItem['kind'], { answered, chosen }: ItemCells): readonly (readonly Row[])[] {
  const options = Object.entries(chosen).map(([option, counts]) => ({ option, counts }))
  if (kind === 'single') return [options]
  return options.map((row) => {
    const others = ageGroups.map((group) => [group, answered[group] - row.counts[group]])
    return [row, { option: null, counts: Object.fromEntries(others) as ByAgeGroup }]
  })
}

/**
 * The rows of a table that may be shown in columns, of those that may be shown `among` them: none with a cell under
 * `smallest`, and no more of the small ones than leaves the hidden rows together with `smallest` people in each column.
 * These are two rows at least, or none: a single one would have to be small and large enough.
 */
function rowsShown(
  table: readonly Row[],
  among: readonly Row[],
  columns: readonly (readonly AgeGroup[])[],
  smallest: number,
): readonly Row[] {
  const cells = new Map(table.map((row) => [row, columns.map((groups) => peopleIn(groups, row.counts))]))
  const cellsOf = (row: Row) => cells.get(row) ?? []
  const shown = among
    .filter((row) => cellsOf(row).every((count) => count >= smallest))
    .toSorted((one, other) => sum(cellsOf(other)) - sum(cellsOf(one)))
  const isSafe = () => {
    const hidden = table.filter((row) => !shown.includes(row))
    const residue = columns.map((_, place) => sum(hidden.map((row) => cellsOf(row)[place] ?? 0)))
    return hidden.length === 0 || residue.every((count) => count >= smallest)
  }
  while (shown.length > 0 && !isSafe()) shown.pop()
  return shown
}

/**
 * Which numbers of an item may be shown beside each other: how many answered and how many chose each option, in total and
 * by age. Hidden are numbers under `smallest`, zeros included, and as many others as keep those from being computed. An age
 * group in which nobody answered is hidden, and counts for nothing. First come the totals; by age, either all groups are
 * shown, or one beside the total, or none: whichever shows most numbers. Other thresholds than `smallestCell`
 * are for stricter uses and for tests.
 *
 * Why a hidden number cannot be computed from those shown. In total, the hidden options are none, or at least two that make
 * up `smallest` people or more: all that is known of them is that sum. By age, what is shown is a table with sums, in
 * which the hidden options are a rectangle: known are its column sums and some row sums, each `smallest` or more, and with
 * two rows or more. In such a rectangle a cell in a row of sum r and a column of sum c, of n people in all, can be any
 * number from max(0, r + c - n) to min(r, c), so that at least `smallest` + 1 values remain possible. The age groups
 * that are not shown on their own are one column of that table, and never add up to less than `smallest` either. For a
 * multiple choice this holds of each option and those who did not choose it, who are a small cell as well.
 *
 * Sources: A. Hundepool et al., Statistical Disclosure Control, Wiley 2012 (cell suppression); for the bounds M. Fréchet 1935,
 * see `comparison/joint-share.ts`.
 */
export function shownItemCells(
  kind: CatalogueItem['kind'],
  cells: ItemCells,
  smallest: number = smallestCell,
): ShownItemCells {
  const tables = tablesOf(kind, cells)
  const present = ageGroups.filter((group) => cells.answered[group] > 0)
  const inTotal = tables.map((table) => rowsShown(table, table, [present], smallest))

  const byAge = [[], present, ...present.map((group) => [group])].map((groups) => {
    const others = present.filter((group) => !groups.includes(group))
    const columns = [...groups.map((group) => [group]), ...(others.length > 0 ? [others] : [])]
    const rows = tables.flatMap((table, place) => rowsShown(table, inTotal[place] ?? [], columns, smallest))
    return { groups, options: rows.flatMap(({ option }) => option ?? []) }
  })
  const best = byAge.reduce((one, other) =>
    other.groups.length * other.options.length > one.groups.length * one.options.length ? other : one,
  )

  const totals = new Set(inTotal.flat().map(({ option }) => option))
  const line = (total: boolean, hasAges: boolean): ShownLine => {
    const ages = ageGroups.map((group) => [group, hasAges && best.groups.includes(group)])
    return { total, ...(Object.fromEntries(ages) as Record<AgeGroup, boolean>) }
  }
  return {
    answered: line(peopleIn(ageGroups, cells.answered) >= smallest, true),
    chosen: Object.fromEntries(
      Object.keys(cells.chosen).map((option) => [
        option,
        line(totals.has(option), best.options.includes(option)),
      ]),
    ),
  }
}
