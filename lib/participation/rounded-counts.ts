import { randomlyRounded } from '@/lib/anonymisation/random-rounding'

/**
 * Gives a random number of 0 or more and less than 1 for a text that names a cell and its exact count. It must give the
 * same one for the same text, and another one to who does not know its key, as a keyed hash does: then asking again tells
 * nothing new, and no one can undo the rounding.
 */
export type Roll = (cell: string) => number

/** The exact number of people of a cell in all parts before a range, and in all parts up to its end. */
export interface Cumulated {
  readonly before: number
  readonly upTo: number
}

/**
 * How many people of a cell a range holds, as a multiple of five: the difference of two cumulated counts, each rounded once.
 * Whichever ranges somebody asks for, all that can be learnt are those rounded cumulated counts, one for each
 * place where a range may end: ranges that meet add up, and no number of ranges averages the rounding away. The
 * range from the first part on is rounded as a single count is. With `smallestCell` people or more, the result is
 * 5 at least, and less than 10 off.
 */
export function roundedBetween(cell: string, { before, upTo }: Cumulated, roll: Roll): number {
  const rounded = (count: number) => (count === 0 ? 0 : randomlyRounded(count, roll(`${cell}/${count}`)))
  return rounded(upTo) - rounded(before)
}
