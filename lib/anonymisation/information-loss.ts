import { quasiIdentifiers, type Levels } from './quasi-identifiers'

/** How much of each quasi-identifier is lost at these levels, added up: 0 where all are told, 1 for each that is withheld. */
function lostPerRecord(levels: Levels): number {
  return quasiIdentifiers.reduce(
    (sum, { levels: known }, index) => sum + (levels[index] ?? 0) / (known.length - 1),
    0,
  )
}

/**
 * Lost values: the answers to quasi-identifiers that a release does not tell, each counted by the height of its level in the
 * hierarchy, out of records times quasi-identifiers. A withheld record has lost all of them. Exact, in steps of a half. Never
 * falls when a level rises and as many records are withheld, or when more records are withheld.
 */
export function lostValues(levels: Levels, records: number, withheld: number): number {
  return (records - withheld) * lostPerRecord(levels) + withheld * quasiIdentifiers.length
}

/**
 * The share of lost values, 0 (everything is told) to 1 (nothing is): 1 - Prec, where a withheld record counts as one
 * whose every value is at the top of its hierarchy. null without records.
 *
 * Source: L. Sweeney, "Achieving k-anonymity privacy protection using generalization and suppression", International Journal
 * of Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002), 571-588, definition of precision (Prec); the lattice
 * of combinations: P. Samarati, "Protecting respondents' identities in microdata release", IEEE TKDE 13 (2001), 1010-1027.
 */
export function informationLoss(levels: Levels, records: number, withheld: number): number | null {
  return records === 0 ? null : lostValues(levels, records, withheld) / (records * quasiIdentifiers.length)
}
