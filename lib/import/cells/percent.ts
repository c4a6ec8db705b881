import type { Qualifier } from '@/lib/comparison/figures'
import { dontKnowNames } from '../header/fields.data'
import type { WarningCode } from '../notices'
import { plain, splitMark, visible } from '../plain'
import type { Cell } from '../table/table'
import { dayOfSerial } from './day'
import { numberOf } from './number-text'
import { readAs, refused, type Reading, type Remark } from './reading'

export interface Percent {
  readonly percent: number
  /** What a word before the number says of it; null: there is none. */
  readonly qualifier: Qualifier | null
}

/** What institutes write where they publish no number, besides "does not know". */
const absent = new Set([
  'nd',
  'n d',
  'na',
  'n a',
  'ns',
  'n s',
  'nc',
  'n c',
  's o',
  'so',
  'x',
  's',
  'c',
  'null',
  'none',
  'nan',
])

const words: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:~|≈|env\.?|environ|près de|autour de|about|around|nearly|circa|ca\.?)\s*(?=\d)/i, 'about'],
  [/^(?:>|plus de|more than|over|au-delà de)\s*(?=\d)/i, 'more_than'],
]

/** Letters that tell from which other columns a share differs, as institutes print them: `48 B`, `48 ab`. */
const significance = /(?<=[\d%])\s*(?:[A-Z]{1,4}|[a-z]{1,2})$/

/** Longer than any number with the words around it. */
const longest = 60

const unit = /\s*(?:%|pct|pour ?cent|per ?cent)$/i

function withoutNumber(found: string): Reading<never> {
  const name = plain(found)
  if (found === '') return refused('emptyValue', found)
  if (/^(?:[<≤]|\*+$|ε$)/.test(found) || /^(?:moins de|less than)\s*\d/i.test(found))
    return refused('belowRounding', found)
  if (/^[-−–—.…]+$/.test(found) || absent.has(name) || dontKnowNames.includes(name))
    return refused('noValue', found)
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(found)) return refused('dateValue', found)
  if (/\d\s*%?\s*(?:[-–—/à]|to|et)\s*\d/.test(found)) return refused('severalNumbers', found)
  return refused('notANumber', found)
}

/** A share in percent, 0 to 100. `isCheckedForShares`: whether what lies between 0 and 1 is doubtful. */
export function readPercent(cell: Cell, isCheckedForShares = true): Reading<Percent> {
  if (cell.text.length > longest) return refused('notANumber', visible(cell.text))
  if (cell.kind === 'boolean') return refused('booleanValue', cell.text)
  if (cell.kind === 'date') return refused('dateValue', dayOfSerial(cell.number ?? 0) ?? cell.text)
  const { text: marked, mark } = splitMark(cell.text)
  const [letters = ''] = significance.exec(marked.replace(unit, '')) ?? []
  const bare = letters === '' ? marked : marked.slice(0, marked.lastIndexOf(letters))
  const [pattern, qualifier = null] = words.find(([each]) => each.test(bare)) ?? []
  const withUnit = pattern === undefined ? bare : bare.replace(pattern, '')
  const number = cell.number ?? numberOf(withUnit.replace(unit, ''))
  const found = visible(cell.text)
  if (number === null) return withoutNumber(found)

  const warnings: Remark<WarningCode>[] = []
  const footnote = [mark, cell.mark.trim(), letters.trim()].filter((each) => each !== '').join(' ')
  if (footnote !== '') warnings.push({ code: 'footnoteMark', values: { found, mark: footnote } })
  if (Object.is(number, -0)) warnings.push({ code: 'negativeZero', values: { found } })
  if (!(number >= 0 && number <= 100)) return refused('outOfRange', found)
  const isPlain = cell.kind !== 'percent' && !unit.test(withUnit)
  if (isCheckedForShares && isPlain && number > 0 && number < 1) {
    warnings.push({
      code: 'shareOrPercent',
      values: { found, percent: Number((number * 100).toPrecision(12)) },
    })
  }
  return readAs({ percent: number === 0 ? 0 : number, qualifier }, warnings)
}
