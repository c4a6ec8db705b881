import { problemCodes, type Notice } from './notices'
import type { FileFormat } from './table/table'

/** Says a message under `import` with its arguments, in a language: the translator of next-intl does. */
export type Say = (key: string, values: Readonly<Record<string, string | number>>) => string

const problems: ReadonlySet<string> = new Set(problemCodes)

/** The key of the place of a notice: a line, a cell of a sheet, an object of a list, a column, or the whole file. */
function placeKey({ line, column, letter }: Notice, format: FileFormat | null): string {
  const hasColumn = column !== null && column !== ''
  if (line === null) return hasColumn ? 'column' : 'file'
  if (format === 'xlsx')
    return letter === null ? (hasColumn ? 'rowColumn' : 'row') : hasColumn ? 'cell' : 'untitledCell'
  if (format === 'json') return hasColumn ? 'objectField' : 'object'
  return hasColumn ? 'lineColumn' : 'line'
}

/** What a notice says, without its place: where that is known otherwise. */
export function noticeText({ code, values }: Notice, say: Say): string {
  const given = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.join(', ') || 'none' : value,
    ]),
  )
  return say(`${problems.has(code) ? 'problems' : 'warnings'}.${code}`, given)
}

/** A notice as a sentence that begins with its place. */
export function noticeSentence(notice: Notice, format: FileFormat | null, say: Say): string {
  const place = say(`place.${placeKey(notice, format)}`, {
    line: String(notice.line),
    column: notice.column ?? '',
    letter: notice.letter ?? '',
  })
  const text = noticeText(notice, say)
  return say('sentence', { place, text })
}
