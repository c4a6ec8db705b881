/** Options of an item that are counted together elsewhere: how many people chose one of them is, or may be, known. */
export type OptionSum = readonly string[]

/** How many people chose an option, in each column of a table. */
export interface OptionCounts {
  readonly option: string
  readonly counts: readonly number[]
}

/** Options of which it is known how many people chose one of them, and of no part of them. */
export interface OptionBlock {
  readonly options: readonly string[]
  /** What is known tells a small part of it apart: to show anything of its options would tell more. */
  readonly isClosed: boolean
}

/** Of these options together, in each column. */
function peopleOf(options: readonly string[], table: readonly OptionCounts[]): readonly number[] {
  const rows = table.filter(({ option }) => options.includes(option))
  return (table[0]?.counts ?? []).map((_, place) =>
    rows.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0),
  )
}

/**
 * The options of a single choice cut into blocks by the sums that are known, one sum after the other. A sum counts as known
 * where `smallest` people or more are in it and outside it, in every column: others are shown nowhere. It cuts a block in two
 * where both parts are that large as well; where one is not, the block is closed. What is then hidden and shown within
 * each block, as if it were a table of its own, cannot be worked out from the sums.
 */
export function optionBlocks(
  table: readonly OptionCounts[],
  sums: readonly OptionSum[],
  smallest: number,
): readonly OptionBlock[] {
  const isLarge = (options: readonly string[]) =>
    peopleOf(options, table).every((people) => people >= smallest)
  const all = table.map(({ option }) => option)
  let blocks: readonly OptionBlock[] = [{ options: all, isClosed: false }]
  for (const sum of sums) {
    const isIn = (option: string) => sum.includes(option)
    const isOut = (option: string) => !isIn(option)
    if (!isLarge(all.filter(isIn)) || !isLarge(all.filter(isOut))) continue
    blocks = blocks.flatMap((block) => {
      const parts = [block.options.filter(isIn), block.options.filter(isOut)]
      if (parts.some((part) => part.length === 0)) return [block]
      if (!parts.every(isLarge)) return [{ ...block, isClosed: true }]
      return parts.map((options) => ({ ...block, options }))
    })
  }
  return blocks
}

/** Whether every block lies within the sum or outside it. */
export function isUnionOf(sum: OptionSum, blocks: readonly OptionBlock[]): boolean {
  return blocks.every(({ options }) => new Set(options.map((option) => sum.includes(option))).size === 1)
}
