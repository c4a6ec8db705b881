import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { columnsOf, peopleIn, type ShownAges } from './age-columns'
import { ageGroups, type AgeGroup, type ByAgeGroup } from './age-groups'
import { areAgesOpen, areBandsAmong } from './ages-beside-sums'
import { isUnionOf, optionBlocks, type OptionCounts, type OptionSum } from './option-blocks'

/** How many people answered an item, and how many of them chose each option: one each, or several for some items. */
export interface ItemCells {
  readonly answered: ByAgeGroup
  readonly chosen: Readonly<Record<string, ByAgeGroup>>
}

/** Which of one option's numbers may be shown: its total over all ages, and those of each age group. */
export type ShownLine = Readonly<Record<'total' | AgeGroup, boolean>>

/** The same for all numbers of an item. */
export interface ShownItemCells {
  /** The ages of which options are shown. */
  readonly ages: ShownAges
  readonly answered: ShownLine
  readonly chosen: Readonly<Record<string, ShownLine>>
}

/** Beside the numbers of the item: what else is known, what may be shown, and what is small. */
export interface ItemCellRules {
  /** The ages of which one may be chosen to be shown. */
  readonly possibleAges: readonly ShownAges[]
  /** The ages of which it is known how many people were asked: of an item that all may have answered. */
  readonly knownAges: ShownAges
  /** For a single choice: sums over its options that are known from elsewhere, the most important first. */
  readonly sums: readonly OptionSum[]
  /** Those of them that may be known by other ages than are shown here. */
  readonly sumsByAge: readonly OptionSum[]
  readonly smallest: number
}

/** Rows of which every column adds up to a number that is known. None of them may be shown where it is closed. */
interface Table {
  readonly rows: readonly Row[]
  readonly isClosed: boolean
}

/** An option; null: all who answered and did not choose the option beside it. */
interface Row {
  readonly option: string | null
  readonly counts: readonly number[]
}

const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0)

function optionCounts({ chosen }: ItemCells, columns: readonly (readonly AgeGroup[])[]): OptionCounts[] {
  return Object.entries(chosen).map(([option, counts]) => ({
    option,
    counts: columns.map((groups) => peopleIn(groups, counts)),
  }))
}

/** One table for each block of options, or one for each option where they overlap: it and all other people. */
function tablesOf(
  kind: CatalogueItem['kind'],
  cells: ItemCells,
  columns: readonly (readonly AgeGroup[])[],
  { sums, smallest }: Pick<ItemCellRules, 'sums' | 'smallest'>,
): readonly Table[] {
  const options = optionCounts(cells, columns)
  if (kind === 'single') {
    return optionBlocks(options, sums, smallest).map((block) => ({
      rows: options.filter(({ option }) => block.options.includes(option)),
      isClosed: block.isClosed,
    }))
  }
  return options.map((row) => {
    const others = columns.map((groups, place) => peopleIn(groups, cells.answered) - (row.counts[place] ?? 0))
    return { rows: [row, { option: null, counts: others }], isClosed: false }
  })
}

/**
 * Whether `smallest` choices or more of a multiple choice are second choices of the same people, in all that these ages tell
 * apart. With fewer, everybody is known to have chosen little more than one option, which is a single choice.
 */
function areChoicesOpen(ages: ShownAges, cells: ItemCells, smallest: number): boolean {
  return columnsOf(ages).every((groups) => {
    const choices = sum(Object.values(cells.chosen).map((counts) => peopleIn(groups, counts)))
    return choices - peopleIn(groups, cells.answered) >= smallest
  })
}

/**
 * The options of a table that may be shown, of those that may be: no row with a cell under `smallest`, and no more of the
 * small ones than leaves the hidden rows together with `smallest` people in each column. The hidden ones are two at
 * least, or none: a single one would have to be small and large enough.
 */
function optionsShown(
  { rows, isClosed }: Table,
  mayBeShown: (option: string) => boolean,
  smallest: number,
): readonly string[] {
  if (isClosed) return []
  const shown = rows
    .filter(
      ({ option, counts }) =>
        counts.every((count) => count >= smallest) && (option === null || mayBeShown(option)),
    )
    .toSorted((one, other) => sum(other.counts) - sum(one.counts))
  const isSafe = () => {
    const hidden = rows.filter((row) => !shown.includes(row))
    const residue = rows[0]?.counts.map((_, place) => sum(hidden.map(({ counts }) => counts[place] ?? 0)))
    return hidden.length === 0 || residue?.every((count) => count >= smallest)
  }
  while (shown.length > 0 && !isSafe()) shown.pop()
  return shown.flatMap(({ option }) => option ?? [])
}

/** A line of which the total is shown or not, and these ages. */
export function shownLine(total: boolean, ages: ShownAges): ShownLine {
  const shown = ageGroups.map((group) => [group, ages.includes(group)])
  return { total, ...(Object.fromEntries(shown) as Record<AgeGroup, boolean>) }
}

/** Nothing of an item. */
export function hiddenItemCells({ chosen }: ItemCells): ShownItemCells {
  const nothing = shownLine(false, [])
  return {
    ages: [],
    answered: nothing,
    chosen: Object.fromEntries(Object.keys(chosen).map((option) => [option, nothing])),
  }
}

/**
 * Which numbers of an item may be shown beside each other: how many answered and how many chose each option, in total and
 * by age. Hidden are numbers under `smallest`, zeros included, those that all but fewer people make up, and as many others
 * as keep those from being computed. First come the totals; by age, one of the `possibleAges` is shown, whichever shows
 * most numbers, or none.
 *
 * Why a hidden number cannot be computed from those shown and from the sums. In total, the hidden options of a block are
 * none, or at least two that make up `smallest` people or more: all that is known of them is that sum. By age, what is shown
 * is a table with sums, in which the hidden options of a block are a rectangle: known are its column sums and some row sums,
 * each `smallest` or more, and with two rows or more. In such a rectangle a cell in a row of sum r and a column of sum c,
 * of n people in all, can be any number from max(0, r + c - n) to min(r, c), so that at least `smallest` + 1 values remain
 * possible, and the largest is `smallest` or more. The age groups that are not shown on their own are one column of that
 * table, of which any may hold all people, or columns of which only the sums are known. For a multiple choice this holds of
 * each option and those who did not choose it; that everyone chose one at least leaves room for as much. Between items: `linked-items.ts`.
 *
 * Sources: A. Hundepool et al., Statistical Disclosure Control, Wiley 2012 (cell suppression); for the bounds M. Fréchet 1935,
 * see `comparison/joint-share.ts`.
 */
export function shownItemCells(
  kind: CatalogueItem['kind'],
  cells: ItemCells,
  { possibleAges, knownAges, sums, sumsByAge, smallest }: ItemCellRules,
): ShownItemCells {
  if (peopleIn(ageGroups, cells.answered) < smallest) return hiddenItemCells(cells)
  const everyone = columnsOf([])
  const totals = tablesOf(kind, cells, everyone, { sums, smallest }).flatMap((table) =>
    optionsShown(table, () => true, smallest),
  )
  const blocks = optionBlocks(optionCounts(cells, everyone), sums, smallest)
  const rules = { sums: sums.filter((options) => isUnionOf(options, blocks)), smallest }
  const isOpen = (ages: ShownAges) =>
    kind === 'single'
      ? areAgesOpen(ages, sumsByAge, cells.chosen, smallest)
      : areChoicesOpen(ages, cells, smallest)
  const byAge = possibleAges.filter(isOpen).map((ages) => ({
    ages,
    options: tablesOf(kind, cells, columnsOf(ages), rules).flatMap((table) =>
      optionsShown(table, (option) => totals.includes(option), smallest),
    ),
  }))
  const nothing: (typeof byAge)[number] = { ages: [], options: [] }
  const best = byAge.reduce(
    (one, other) =>
      other.ages.length * other.options.length > one.ages.length * one.options.length ? other : one,
    nothing,
  )
  const mayTellKnownAges =
    knownAges.length > 0 &&
    areBandsAmong(knownAges, sumsByAge, cells.chosen, smallest) &&
    columnsOf(knownAges).every((groups) => peopleIn(groups, cells.answered) >= smallest)
  return {
    ages: best.ages,
    answered: shownLine(true, mayTellKnownAges ? knownAges : best.ages),
    chosen: Object.fromEntries(
      Object.keys(cells.chosen).map((option) => [
        option,
        shownLine(totals.includes(option), best.options.includes(option) ? best.ages : []),
      ]),
    ),
  }
}
