import type { CatalogueItem } from '@/lib/instrument/catalogue'
import { isDiverse, joinAnswers, type AnswersInCommon } from './diversity'
import { fileItems } from './scheme'

/**
 * Records that agree in the scheme and in the version of the questions: an attacker who knows so much of a person cannot tell which of
 * them is that person's.
 */
export interface EquivalenceClass {
  /** Number of records, 1 or more. */
  readonly count: number
  /** For each of the `fileItems`. */
  readonly common: readonly AnswersInCommon[]
}

/** The class of all records of two groups that agree in the scheme. */
export function joinClasses(one: EquivalenceClass, other: EquivalenceClass): EquivalenceClass {
  return {
    count: one.count + other.count,
    common: fileItems.map((item, place) =>
      joinAnswers(item, one.common[place] ?? 0, other.common[place] ?? 0),
    ),
  }
}

/**
 * Whether a class may be in a file: it has `smallestGroup` records or more, and no sensitive question to which all answered
 * alike.
 *
 * Source: L. Sweeney, "k-anonymity: a model for protecting privacy", IJUFKS 10 (2002), 557-570; for the second, see `isDiverse`.
 */
export function mayBeReleased({ count, common }: EquivalenceClass, smallestGroup: number): boolean {
  const isDiverseIn = (item: CatalogueItem, place: number) => isDiverse(item, common[place] ?? 0)
  return count >= smallestGroup && fileItems.every(isDiverseIn)
}
