import type { CountedBlock } from '@/lib/participation/dashboard-view'
import { weekCountOf, weeksBetween } from '@/lib/counts/week-days'

/** A bar in percent of the picture: as wide as its block has weeks, as high as it has responses per week. */
export interface WeekBar {
  readonly block: CountedBlock
  readonly responsesPerWeek: number
  readonly xPercent: number
  readonly widthPercent: number
  readonly heightPercent: number
}

export interface WeekBars {
  readonly bars: readonly WeekBar[]
  /** Responses per week at which a line is drawn: 0 first, and the height of the picture last. */
  readonly ticks: readonly number[]
}

/** How many lines there are at most above the one at 0. */
const mostTicks = 4

const roundSteps = [1, 2, 5, 10]

/** Multiples of 1, 2 or 5 times a power of ten, from 0 to the first that is not less than `greatest` (0 or more). */
export function ticksUpTo(greatest: number): readonly number[] {
  const least = Math.max(greatest, 1) / mostTicks
  const power = Math.max(10 ** Math.floor(Math.log10(least)), 1)
  const step = power * (roundSteps.find((factor) => power * factor >= least) ?? 10)
  const count = Math.max(Math.ceil(greatest / step), 1)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/**
 * The bars of blocks, earliest first. The area of a bar stands for the number of its responses, so that a block of several
 * weeks looks like its weeks side by side. No blocks give no bars.
 */
export function weekBars(blocks: readonly CountedBlock[]): WeekBars {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (first === undefined || last === undefined) return { bars: [], ticks: ticksUpTo(0) }
  const weeksInAll = weekCountOf({ firstWeek: first.firstWeek, lastWeek: last.lastWeek })
  const perWeek = (block: CountedBlock) => block.count / weekCountOf(block)
  const ticks = ticksUpTo(Math.max(...blocks.map(perWeek)))
  const top = ticks.at(-1) ?? 1
  const bars = blocks.map((block) => ({
    block,
    responsesPerWeek: perWeek(block),
    xPercent: (100 * weeksBetween(first.firstWeek, block.firstWeek)) / weeksInAll,
    widthPercent: (100 * weekCountOf(block)) / weeksInAll,
    heightPercent: (100 * perWeek(block)) / top,
  }))
  return { bars, ticks }
}

/** How far apart dates are written under the bars, in percent of the picture; the last one needs as much room. */
const leastApartPercent = 20

/** The bars under whose beginning a date is written: the first one, and others as there is room. */
export function datedBars(bars: readonly WeekBar[]): readonly WeekBar[] {
  const dated: WeekBar[] = []
  for (const bar of bars) {
    const before = dated.at(-1)
    const isFarEnough = before === undefined || bar.xPercent - before.xPercent >= leastApartPercent
    if (isFarEnough && bar.xPercent <= 100 - leastApartPercent) dated.push(bar)
  }
  return dated
}
