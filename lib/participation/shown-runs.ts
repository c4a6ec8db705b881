import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'

/**
 * Where runs of consecutive blocks begin and end, from 0 to `blockCount`: as many runs as there are with `isEnough` true of
 * each, found from the start; what is left over joins the last run. `isEnough` is asked of the blocks from one place up to,
 * and without, another; what is enough has to stay so with more blocks. null where all blocks together are not.
 */
export function runBounds(
  blockCount: number,
  isEnough: (from: number, to: number) => boolean,
): readonly number[] | null {
  const bounds = [0]
  for (let to = 1; to <= blockCount; to += 1) {
    if (isEnough(bounds.at(-1) ?? 0, to)) bounds.push(to)
  }
  return bounds.length === 1 ? null : [...bounds.slice(0, -1), blockCount]
}

/** One number of people in each block, and where its runs begin and end (see `runBounds`). */
export interface Cell {
  /** Names the cell in the random rounding; the same as where its total is shown on other pages. */
  readonly name: string
  readonly perBlock: readonly number[]
  /** null: not shown for any blocks. */
  readonly bounds: readonly number[] | null
}

const sum = (counts: readonly number[]) => counts.reduce((before, count) => before + count, 0)

/**
 * How many people are in a cell in the blocks from `from` up to, and without, `to`: a multiple of five, less than 10 off.
 * null where the blocks do not begin and end with runs of the cell.
 *
 * Why no small group can be computed from such numbers, whatever ranges are asked for: they are all sums of whole runs, and
 * so is whatever is added and subtracted of them; each run was found large enough.
 *
 * What is rounded is the number of people from the first block up to a bound: once for each bound, always in the same
 * way, and a range shows the difference of two such numbers. So ranges that follow each other add up, all blocks together
 * show what other pages do, and asking for many ranges gives no more numbers than there are bounds: the rounding cannot be
 * averaged away. `roll`: see `published-shares.ts`.
 */
export function shownCount(
  { name, perBlock, bounds }: Cell,
  from: number,
  to: number,
  roll: (cell: string) => number,
): number | null {
  if (bounds === null || !bounds.includes(from) || !bounds.includes(to)) return null
  const roundedUpTo = (bound: number) => {
    const exact = sum(perBlock.slice(0, bound))
    return randomlyRounded(exact, roll(`${name}/${exact}`))
  }
  return roundedUpTo(to) - (from === 0 ? 0 : roundedUpTo(from))
}
