import { runEnds, type PartRange } from '@/lib/anonymisation/runs'
import { smallestCell } from '@/lib/anonymisation/small-cells'
import type { AskedWeeks, WeekBlock } from './dashboard-view'

/** A block of an earlier snapshot, with the exact number of its responses. */
export interface PreviousBlock extends WeekBlock {
  readonly responseCount: number
}

/** The exact number of responses of an ISO week, 1 or more. */
export interface WeekCount {
  readonly week: string
  readonly responseCount: number
}

const peopleIn = (weeks: readonly WeekCount[]) => weeks.reduce((sum, week) => sum + week.responseCount, 0)

/** Weeks that no cut may part: those that were in one block, and single ones beside them. */
function inseparable(
  previous: readonly PreviousBlock[],
  weeks: readonly WeekCount[],
): readonly (readonly WeekCount[])[] {
  const groups: { block: PreviousBlock | undefined; weeks: WeekCount[]; newCount: number }[] = []
  for (const week of weeks) {
    const last = groups.at(-1)
    const block = previous.find(({ firstWeek, lastWeek }) => firstWeek <= week.week && week.week <= lastWeek)
    const isLate = last?.block !== undefined && last.newCount > 0 && last.newCount < smallestCell
    if (last && (block === undefined ? isLate : block === last.block)) {
      last.weeks.push(week)
      last.newCount += week.responseCount
    } else {
      groups.push({ block, weeks: [week], newCount: week.responseCount - (block?.responseCount ?? 0) })
    }
  }
  return groups.map((group) => group.weeks)
}

/**
 * The blocks in which the responses of a new snapshot are counted: consecutive weeks, earliest first, each block with at least
 * `smallestCell` responses and as short as that allows; weeks that are left over join the last block. `weeks`: all
 * weeks with responses, in order. [] where all of them are fewer.
 *
 * Who looks at this snapshot and the previous one must not tell single weeks, or fewer people, from the difference. So
 * earlier blocks are only ever merged: where none ended, none ends now. And where few responses came in late, to the weeks of
 * the last block after it was counted, that block is not closed, or they would be what the two snapshots differ by: the
 * weeks that follow join it until there are `smallestCell` new ones. What leaves a block, by withdrawal or by age, is hidden
 * by the rounding alone.
 */
export function nextBlocks(previous: readonly PreviousBlock[], weeks: readonly WeekCount[]): WeekBlock[] {
  const groups = inseparable(previous, weeks)
  const ends = runEnds(groups.map((group) => [peopleIn(group)]))
  return ends.flatMap((end, index) => {
    const run = groups.slice(ends[index - 1] ?? 0, end).flat()
    const [first, last] = [run[0], run.at(-1)]
    return first && last ? [{ firstWeek: first.week, lastWeek: last.week }] : []
  })
}

const weekIn = (text: string | null) => (/^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/.test(text ?? '') ? text : null)

/**
 * The range of blocks that somebody asked for by its first and last week. A week chooses the whole block that it is in; one
 * that is in none, the next block towards the other end of the range, or the outermost one where there is none further. What
 * is left out or is no week stands for the first or the last one, and weeks in the wrong order are exchanged.
 * `blocks`: at least one, earliest first.
 */
export function chosenRange(blocks: readonly WeekBlock[], asked: AskedWeeks): PartRange {
  const [from, to] = [weekIn(asked.from), weekIn(asked.to)]
  const isReversed = from !== null && to !== null && to < from
  const [first, last] = isReversed ? [to, from] : [from, to]
  const after = first === null ? 0 : blocks.findIndex(({ lastWeek }) => first <= lastWeek)
  const before =
    last === null ? blocks.length - 1 : blocks.findLastIndex(({ firstWeek }) => firstWeek <= last)
  const places = [after === -1 ? blocks.length - 1 : after, Math.max(before, 0)]
  return { start: Math.min(...places), end: Math.max(...places) + 1 }
}
