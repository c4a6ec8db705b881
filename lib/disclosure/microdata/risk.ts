/** How easily somebody could be found in a file. Shares and risks are of 1. */
export interface RiskReport {
  /** Records in the file: n. */
  readonly records: number
  /** Equivalence classes in the file: J. */
  readonly classes: number
  /** Records in the smallest class: min f. */
  readonly smallestClass: number
  /** Risk of a person in the smallest class, in the eyes of an attacker who knows that the person is in the file: 1 / min f. */
  readonly highestRisk: number
  /** Mean of that risk over the records: J / n. */
  readonly averageRisk: number
}

/**
 * The risk report of a file, from the sizes of its equivalence classes; null where it has none. Everybody is taken to be known
 * to be in the file (prosecutor risk). Where a class has f records, the risk of each is 1 / f. Its mean over n records in J
 * classes is (1/n) Σ f · (1/f) = J / n.
 *
 * Source: K. El Emam, Guide to the De-Identification of Personal Health Information, CRC Press 2013, on measuring
 * re-identification risk.
 */
export function riskReport(classSizes: readonly number[]): RiskReport | null {
  const records = classSizes.reduce((sum, size) => sum + size, 0)
  if (records === 0) return null
  const smallestClass = classSizes.reduce((least, size) => Math.min(least, size), records)
  return {
    records,
    classes: classSizes.length,
    smallestClass,
    highestRisk: 1 / smallestClass,
    averageRisk: classSizes.length / records,
  }
}
