import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { items, type CatalogueItem } from '@/lib/instrument/catalogue'
import { hierarchies, unanswered, type LevelId } from './hierarchies'

type QuasiIdentifierItem = Extract<CatalogueItem, { optionSet: 'ageBand' | 'usage' }>
export type QuasiIdentifierId = QuasiIdentifierItem['id']

interface Level {
  readonly id: LevelId
  /** What can be told at this level. */
  readonly values: readonly string[]
  /** For each of the `answers`, the index of its value. */
  readonly codes: readonly number[]
}

interface QuasiIdentifier {
  readonly id: QuasiIdentifierId
  /** The options, and `unanswered`. */
  readonly answers: readonly string[]
  /** From the answers themselves to one value for all. */
  readonly levels: readonly Level[]
  /** What one step of its digit is worth in the number of a profile. */
  readonly place: number
}

const isQuasiIdentifier = (item: CatalogueItem): item is QuasiIdentifierItem =>
  item.disclosure === 'quasiIdentifier'

const answersTo = (item: CatalogueItem) => [...optionsOf(item), unanswered]

/** What the catalogue marks as quasi-identifiers, in its order. */
export const quasiIdentifiers: readonly QuasiIdentifier[] = items
  .filter(isQuasiIdentifier)
  .map((item, index, all) => {
    const answers = answersTo(item)
    const levels = hierarchies[item.optionSet].map(({ id, valueOf }) => {
      const values = [...new Set(answers.map((answer) => valueOf(answer)))]
      return { id, values, codes: answers.map((answer) => values.indexOf(valueOf(answer))) }
    })
    const place = all.slice(index + 1).reduce((product, later) => product * answersTo(later).length, 1)
    return { id: item.id, answers, levels, place }
  })

function at<Entry>(list: readonly Entry[], index: number): Entry {
  const entry = list[index]
  if (entry === undefined) throw new RangeError(`there is no quasi-identifier or level ${index}`)
  return entry
}

/** How many profiles there are: 3 x 6^6. */
export const profileCount = quasiIdentifiers.reduce((product, { answers }) => product * answers.length, 1)

/** A level for each quasi-identifier, in their order: 0 tells the answers themselves. */
export type Levels = readonly number[]

/** The answers to all quasi-identifiers as one number, 0 to `profileCount - 1`: one digit each, the first worth most. */
export function profileOf(answers: Answers): number {
  let profile = 0
  for (const { id, answers: known, place } of quasiIdentifiers) {
    profile += known.indexOf(answers[id] ?? unanswered) * place
  }
  return profile
}

/**
 * What becomes of a profile, or of any number that ends in one, when one quasi-identifier is told at a level: its digit stands
 * for the value there, equal for all who are not told apart. The digit must have been that of an answer.
 */
export function coarsening(index: number, level: number): (number: number) => number {
  const { answers, levels, place } = at(quasiIdentifiers, index)
  const { codes } = at(levels, level)
  const shifts = codes.map((code, digit) => (code - digit) * place)
  return (number) => number + (shifts[Math.floor(number / place) % answers.length] ?? 0)
}

/** The same with every quasi-identifier at its level. */
export function coarseningTo(levels: Levels): (number: number) => number {
  const coarsenings = levels.map((level, index) => coarsening(index, level))
  return (number) => coarsenings.reduce((before, coarsen) => coarsen(before), number)
}

/** The levels by their names. */
export function levelIds(levels: Levels): Readonly<Record<QuasiIdentifierId, LevelId>> {
  const named = quasiIdentifiers.map(({ id, levels: known }, index) => [id, known[levels[index] ?? 0]?.id])
  return Object.fromEntries(named) as Record<QuasiIdentifierId, LevelId>
}
