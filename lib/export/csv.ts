/** What stands between the cells of a line. */
export type Delimiter = ',' | ';'

/** What ends a line: RFC 4180, section 2. */
export const lineEnd = '\r\n'

/** A spreadsheet takes a cell that begins like this for a formula, quoted or not. */
const formulaStart = /^[=+\-@\t\r\n]/

/**
 * A cell of a CSV file with this delimiter, quoted where RFC 4180 asks for it. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it.
 *
 * Sources: RFC 4180; OWASP, "CSV Injection".
 */
export function csvCell(text: string, delimiter: Delimiter): string {
  const harmless = formulaStart.test(text) ? `'${text}` : text
  const isPlain = !harmless.includes(delimiter) && !/["\r\n]/.test(harmless)
  return isPlain ? harmless : `"${harmless.replaceAll('"', '""')}"`
}

/** A line of a CSV file. */
export function csvLine(texts: readonly string[], delimiter: Delimiter): string {
  return texts.map((text) => csvCell(text, delimiter)).join(delimiter) + lineEnd
}
