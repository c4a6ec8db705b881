/** A rectangle of dots: column and row of its first dot, and how many dots wide and high it is. */
export interface Block {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The rectangles that the dots from the first to the one before the last fill, in rows of `perRow`. */
export function blocksBetween(first: number, last: number, perRow: number): readonly Block[] {
  const blocks: Block[] = []
  let next = first
  while (next < last) {
    const x = next % perRow
    const y = Math.floor(next / perRow)
    const fullRows = x === 0 ? Math.floor((last - next) / perRow) : 0
    const width = fullRows > 0 ? perRow : Math.min(perRow - x, last - next)
    blocks.push({ x, y, width, height: Math.max(fullRows, 1) })
    next += width * Math.max(fullRows, 1)
  }
  return blocks
}
