import { splitMark, visible } from '../plain'
import type { Cell } from '../table/table'
import { countOf } from './number-text'
import { readAs, refused, type Reading } from './reading'

/** What stands around the number of a base: `n = 1 003`, `Base : 1 003 personnes`. */
const around =
  /^\(?\s*(?:base|n)?\s*[:=]?\s*\(?|\)?\s*(?:personnes|people|répondants|respondents|individus)?$/gi

/** Longer than any base with the words around it. */
const longest = 60

/** The number of people that shares are of, 1 or more; null for an empty cell. */
export function readBase(cell: Cell): Reading<number | null> {
  const found = visible(cell.text)
  if (found === '') return readAs(null)
  if (found.length > longest) return refused('badCount', found)
  const { text, mark } = splitMark(cell.text)
  const count = cell.number ?? countOf(text.replaceAll(around, ''))
  if (cell.kind === 'boolean' || cell.kind === 'date') return refused('badCount', found)
  if (count === null || !Number.isSafeInteger(count) || count < 1) return refused('badCount', found)
  return readAs(count, mark === '' ? [] : [{ code: 'footnoteMark', values: { found, mark } }])
}

/** The base that a text tells besides other things: `Ensemble (n = 1 003)`; null where it tells none. */
export function baseIn(text: string): number | null {
  const [, digits] = /\bn\s?[=:]\s?(\d[\d\s.,]{0,12})/i.exec(text) ?? []
  return digits === undefined ? null : countOf(digits.replace(/[\s.,]+$/, ''))
}
