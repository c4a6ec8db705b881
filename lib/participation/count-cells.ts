import { ageGroups, type AgeGroup } from '@/lib/anonymisation/age-groups'
import { partsShown } from '@/lib/anonymisation/parts-shown'
import { isOfRuns, runEnds, type PartRange } from '@/lib/anonymisation/runs'
import { items, type ItemId } from '@/lib/instrument/catalogue'
import type { Counts } from './counts'
import type { ShownCount } from './dashboard-view'
import { roundedBetween, type Roll } from './rounded-counts'

/** A number of people that can be told for ranges of blocks. */
interface RangeCell {
  /** Names the cell for the rounding. */
  readonly cell: string
  /** By the number of blocks, from none to all: the exact number of people in so many of the first blocks. */
  readonly inFirst: readonly number[]
}

/** A part of all responses, of which not every range may be shown. */
interface CountCell extends RangeCell {
  /** Where the ranges that are shown may begin and end, see `runEnds`; [] where none is. */
  readonly ends: readonly number[]
  /** What is said where no number is: that of nearly everyone would tell how few the others are. */
  readonly word: Exclude<ShownCount, number>
}

/** What may be shown of how many took part, of their ages, and of how many answered each item. */
export interface CountCells {
  /** All responses: shown of every range. */
  readonly responses: RangeCell
  readonly ages: readonly (CountCell & { readonly group: AgeGroup })[]
  readonly items: readonly (CountCell & { readonly item: ItemId })[]
}

const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0)

function cumulated(counts: readonly number[]): readonly number[] {
  let total = 0
  const sums = counts.map((count) => {
    total += count
    return total
  })
  return [0, ...sums]
}

const allAges = ageGroups.filter((group) => group !== 'unanswered')

/** How many people chose an age, or answered an item: in all age groups together. */
const answeredBy = (counts: Counts, item: ItemId) =>
  sum(ageGroups.map((group) => counts.cells[item].answered[group]))

/**
 * Which parts of everyone may be shown beside the number of all responses, for ranges of blocks: those that `partsShown`
 * keeps for all blocks together, where a range is one of runs that have, of each shown part and of all hidden ones
 * together, at least `smallest` people. `parts`: each part's people, block by block.
 *
 * Why no subtraction leads to fewer. Shown are numbers of all responses in blocks, and of shown parts in runs. In a sum of
 * them, added and subtracted, all people of one part in one block count alike, those of all hidden parts too. Where the
 * blocks of one run count differently, somebody can only be singled out together with the whole block: a part's
 * numbers add the same to each block of the run. Else it is by whole parts of whole runs, or all hidden ones of a run.
 */
function partition(parts: readonly (readonly number[])[], smallest: number) {
  const shown = partsShown(parts.map(sum), smallest)
  const hidden = parts.filter((_, place) => !shown.includes(place))
  const blocks = parts[0] ?? []
  const kinds = blocks.map((_, block) => [
    ...shown.map((place) => parts[place]?.[block] ?? 0),
    sum(hidden.map((part) => part[block] ?? 0)),
  ])
  return { shown, ends: shown.length === 0 ? [] : runEnds(kinds, smallest) }
}

/**
 * What may be shown of all responses, ages and items in ranges of blocks, see `partition`. `blocks`: earliest first, each with
 * `smallest` responses or more.
 */
export function countCells(blocks: readonly Counts[], smallest: number): CountCells {
  const responses = blocks.map((block) => block.responses)
  const others = (counts: readonly number[]) => responses.map((all, place) => all - (counts[place] ?? 0))
  const cellOf = (cell: string, counts: readonly number[], ends: readonly number[]): CountCell => {
    const isSmall = sum(counts) < smallest
    const isNearlyAll = sum(others(counts)) < smallest
    const word = isNearlyAll && !isSmall ? 'nearlyEveryone' : 'tooFew'
    return { cell, inFirst: cumulated(counts), word, ends: isSmall || isNearlyAll ? [] : ends }
  }

  const withAge = blocks.map((block) => answeredBy(block, 'ageBand'))
  const ages = [
    ...allAges.map((group) => blocks.map((block) => block.cells.ageBand.answered[group])),
    others(withAge),
  ]
  const byAge = partition(ages, smallest)
  const endsOfAge = (place: number) => (byAge.shown.includes(place) ? byAge.ends : [])

  return {
    responses: { cell: 'responses', inFirst: cumulated(responses) },
    ages: ageGroups.map((group, place) => ({
      group,
      ...cellOf(`age/${group}`, ages[place] ?? [], endsOfAge(place)),
    })),
    items: items.map(({ id }) => {
      const counts = blocks.map((block) => answeredBy(block, id))
      // Who gave an age are all but those who gave none: shown where these are, or the ages would tell a hidden one.
      const isOfAges = id === 'ageBand'
      const ends = isOfAges
        ? endsOfAge(ageGroups.indexOf('unanswered'))
        : partition([counts, others(counts)], smallest).ends
      return { item: id, ...cellOf(`answered/${id}`, counts, ends) }
    }),
  }
}

/** A number of people in a range of blocks, rounded. */
export function roundedIn({ cell, inFirst }: RangeCell, range: PartRange, roll: Roll): number {
  const [before = 0, upTo = 0] = [inFirst[range.start], inFirst[range.end]]
  return roundedBetween(cell, { before, upTo }, roll)
}

/** What is shown of a part of all responses in a range of blocks: its number rounded, or a word. */
export function countIn(cell: CountCell, range: PartRange, roll: Roll): ShownCount {
  return isOfRuns(range, cell.ends) ? roundedIn(cell, range, roll) : cell.word
}
