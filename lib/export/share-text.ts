/** A part of a whole in percent with one decimal, as a language writes numbers; a dash where there is no whole. */
export function shareText(part: number, whole: number, language: string): string {
  if (whole === 0) return '–'
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  return new Intl.NumberFormat(language, oneDecimal).format((100 * part) / whole)
}
