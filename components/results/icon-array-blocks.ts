/** A rectangle of icons: column and row of its first icon, and how many icons wide and high it is. */
export interface Block {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Icons in a row, and rows. */
export const iconsPerRow = 10

/** The rectangles that the icons from the first to the one before the last fill, of a hundred in rows of ten. */
export function blocksBetween(first: number, last: number): readonly Block[] {
  const blocks: Block[] = []
  let next = first
  while (next < last) {
    const x = next % iconsPerRow
    const y = Math.floor(next / iconsPerRow)
    const fullRows = x === 0 ? Math.floor((last - next) / iconsPerRow) : 0
    const width = fullRows > 0 ? iconsPerRow : Math.min(iconsPerRow - x, last - next)
    blocks.push({ x, y, width, height: Math.max(fullRows, 1) })
    next += width * Math.max(fullRows, 1)
  }
  return blocks
}
