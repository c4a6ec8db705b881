import { packedCode, packedItems, unpackAnswers } from '@/lib/records/packed-answers'
import { schemeColumns, type Scheme } from './scheme'

const known = packedItems.filter(({ item }) => item.disclosure === 'quasiIdentifier')

/** A column's codes are below this: the values of a scheme are few. */
const codes = 4

/** Codes of options that are known by others are below this. */
const optionCodes = 8

/**
 * Numbers the combinations of a scheme's values: packed answers that begin at an offset have the same number exactly when they
 * agree in the scheme. Numbers are the same each time for the same scheme, and below `schemeSize`. What is computed for one
 * combination of answers is kept: responses are many, and these are few.
 */
export function createSchemeNumbers(scheme: Scheme): (packed: Uint8Array, offset: number) => number {
  const columns = schemeColumns(scheme)
  const numbers = new Map<number, number>()
  return (packed, offset) => {
    let answered = 0
    for (const placed of known) answered = answered * optionCodes + packedCode(packed, offset, placed)
    const before = numbers.get(answered)
    if (before !== undefined) return before
    const answers = unpackAnswers(packed, offset, known)
    const number = columns.reduce((all, { values, valueOf }) => {
      const value = valueOf(answers)
      return all * codes + (value === null ? 0 : values.indexOf(value) + 1)
    }, 0)
    numbers.set(answered, number)
    return number
  }
}

/** How many numbers there can be in a scheme. */
export const schemeSize = (scheme: Scheme): number => codes ** schemeColumns(scheme).length

/** The codes of the columns in a number, in their order: 0 for not said, otherwise the place of the value, from 1. */
export function codesOfNumber(scheme: Scheme, number: number): readonly number[] {
  const all = schemeColumns(scheme).length
  return Array.from({ length: all }, (_, place) => Math.floor(number / codes ** (all - 1 - place)) % codes)
}
