import { visible } from '../plain'

const spaces = String.raw`[\s'’]`
const number = new RegExp(String.raw`^([-−–])?${spaces}*(\d{1,3}(?:${spaces}\d{3})+|\d+)(?:[.,](\d+))?$`, 'u')
const grouped = new RegExp(String.raw`^\d{1,3}(?:[.,]\d{3})+$`)

/**
 * The number that a text writes in the French or English way: decimal comma or point, any space between thousands. null where it
 * writes none: `1e1`, `0x1` and `NaN` are numbers for programs only.
 */
export function numberOf(text: string): number | null {
  const [, sign, whole, decimals = '0'] = number.exec(visible(text)) ?? []
  if (whole === undefined) return null
  const size = Number(`${whole.replaceAll(/\D/g, '')}.${decimals}`)
  return sign === undefined ? size : -size
}

/** A whole number of people: here a point or comma before three digits parts thousands. null where a text writes none. */
export function countOf(text: string): number | null {
  const bare = visible(text)
  const size = grouped.test(bare) ? Number(bare.replaceAll(/\D/g, '')) : numberOf(bare)
  return size !== null && Number.isSafeInteger(size) ? size : null
}
